"""The sentences that the site itself says: those in templates, and those in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

ROOT = Path(__file__).resolve().parents[2]
# What a variable becomes: a word of two syllables, as most names of places are.
ANY_WORD = "Nijlen"
IN_A_LINE = {"a", "b", "strong", "em", "i", "span", "abbr", "q", "time", "small", "cite", "mark"}
NOT_READ = {"script", "style", "svg", "pre", "code", "head", "textarea"}
END = re.compile(r"(?<=[.?!])[’”)]?\s+(?=[^\W\d_a-z]|[‘“(])")
A_SENTENCE = re.compile(r"^[‘“(’]?[A-ZÉ].*[.?!:][’”)]?$", re.DOTALL)
QUOTED = re.compile(r'\w+="([^"]+)"')
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
PLURAL = re.compile(r"\|pluralize:\"(?:[^,\"]*,)?([^\"]*)\"|\|pluralize")
ENGLISH = re.compile(r"\b(the|and|not|with|that|which|must|are)\b", re.IGNORECASE)
# Beside these, an app's code speaks to people.
FOR_DEVELOPERS = {"management", "migrations", "bench", "tests", "finding"}


def in_templates() -> Iterator[tuple[str, list[str]]]:
    """Each template that says something: its path and its sentences."""
    folder = ROOT / "templates"
    for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.txt")]):
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".txt":
            # A line of a plain mail is a line.
            source = source.replace("\n", "<br>")
        if path.name != "robots.txt" and (sentences := sentences_of_template(source)):
            yield str(path.relative_to(ROOT)), sentences


def in_code() -> Iterator[tuple[str, list[str]]]:
    """Each module that speaks to people: its path and its sentences."""
    for path in sorted(ROOT.glob("*/**/*.py")):
        parts = path.relative_to(ROOT).parts
        if parts[0].startswith(".") or parts[0] == "var" or FOR_DEVELOPERS & {*parts}:
            continue
        if sentences := sentences_of_code(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(ROOT)), sentences


def sentences_of_template(source: str) -> list[str]:
    """What a template says, once with the first branch of each `if` and once with the last."""
    source = COMMENT.sub("", source)
    texts = [text for last in (False, True) for text in _texts(source, last=last)]
    texts += [
        text
        for token in Lexer(source).tokenize()
        if token.token_type == TokenType.BLOCK
        for text in QUOTED.findall(token.contents)
    ]
    return list(dict.fromkeys(sentence for text in texts for sentence in sentences(text)))


def sentences_of_code(source: str) -> list[str]:
    """What a module says to people: its strings that are Dutch sentences, docstrings left out."""
    tree = ast.parse(source)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    silent |= {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    texts = [
        text
        for node in ast.walk(tree)
        if id(node) not in silent and (text := _string(node)) and not ENGLISH.search(text)
    ]
    return list(dict.fromkeys(sentence for text in texts for sentence in sentences(text)))


def sentences(text: str) -> list[str]:
    """The whole sentences in a piece of running text: with a capital, and an end."""
    text = " ".join(text.replace("\u00ad", "").split())
    return [part for part in END.split(text) if A_SENTENCE.match(part) and " " in part]


def _string(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else ANY_WORD for part in node.values
        )
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


class _Reader(HTMLParser):
    """Collects the running texts of a page, a block each."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.silent += tag in NOT_READ
        if tag not in IN_A_LINE:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in NOT_READ
        if tag not in IN_A_LINE:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts[-1] += data


def _texts(source: str, *, last: bool) -> list[str]:
    """The running texts of a template, with one branch of each choice."""
    reader, open_choices, page = _Reader(), [], ""
    for token in Lexer(source).tokenize():
        word = token.contents.split()[0] if token.contents.split() else ""
        if token.token_type == TokenType.BLOCK and word in {"if", "for", "ifchanged"}:
            open_choices.append(len(page))
        elif token.token_type == TokenType.BLOCK and word in {"else", "elif", "empty"}:
            if last:
                page = page[: open_choices[-1]]
            else:
                open_choices[-1] = -abs(len(page)) or -1
        elif token.token_type == TokenType.BLOCK and word in {"endif", "endfor", "endifchanged"}:
            kept = open_choices.pop()
            page = page[:-kept] if kept < 0 else page
        elif token.token_type == TokenType.BLOCK and word in {"block", "endblock"}:
            page += "<br>"
        elif token.token_type == TokenType.TEXT:
            page += token.contents
        elif token.token_type == TokenType.VAR:
            plural = PLURAL.search(token.contents)
            page += (plural[1] or "") if plural else ANY_WORD
    reader.feed(page)
    return reader.texts
