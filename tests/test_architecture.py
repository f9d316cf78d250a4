"""Who may know whom: reads the imports and names each arrow that points the wrong way."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What every app stands on.
GROUND = {"mail", "staff", "visitors"}
ARROWS = {
    "baz_site": {
        *("audiences", "roadshow", "workshops", "agenda", "stories", "pages", "initiatives"),
        *("places", *GROUND),
    },
    "audiences": {"roadshow", "workshops", "agenda", "stories", "initiatives", *GROUND},
    "roadshow": {"workshops", "initiatives", "agenda", "places", *GROUND},
    "workshops": {"initiatives", "agenda", "places", "stories", *GROUND},
    "agenda": {"places", *GROUND},
    "initiatives": {"places", *GROUND},
    "stories": {"initiatives", "places", *GROUND},
    "pages": GROUND,
    "places": set(),
    "staff": set(),
    "visitors": set(),
    "mail": set(),
}
# The floors of an app. Mail and rules (moderation.py, photos.py ...) stand between the other two;
# a module imports from its own floor and from those below.
MODELS, RULES, VIEWS = range(3)


def imports_of(source: str) -> set[str]:
    """The dotted names of all that is imported anywhere in `source`."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def floor(module: str) -> int:
    """The floor of a dotted module inside an app."""
    part = module.split(".")[1] if "." in module else ""
    if part == "models":
        return MODELS
    # apps.py ties an app together when the site starts, so it may know all of it.
    return VIEWS if part in {"forms", "views", "admin", "urls", "apps"} else RULES


def wrong_arrows(module: str, source: str) -> list[str]:
    """A sentence for each import in `source`, the code of `module`, that may not be there."""
    app = module.split(".")[0]
    sentences = []
    for name in sorted(imports_of(source)):
        other = name.split(".")[0]
        if other in ARROWS and other not in {app, *ARROWS[app]}:
            sentences.append(f"{module} imports {name}: {app} may not know {other}.")
        elif other == app and floor(module) < VIEWS and floor(name) == VIEWS:
            sentences.append(f"{module} imports {name}: only views, forms and admin may.")
        elif other == app and floor(module) == MODELS < floor(name):
            sentences.append(f"{module} imports {name}: a model knows only models.")
    return sentences


def modules() -> list[tuple[str, Path]]:
    """Every module of every app: its dotted name and its file."""
    return [
        (".".join(path.relative_to(ROOT).with_suffix("").parts), path)
        for app in ARROWS
        for path in sorted((ROOT / app).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def test_all_arrows_point_the_right_way():
    wrong = [
        sentence
        for module, path in modules()
        for sentence in wrong_arrows(module, path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_every_app_has_its_arrows():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert apps <= set(ARROWS)


@pytest.mark.parametrize(
    ("module", "source", "sentences"),
    [
        (
            "places.models",
            "import initiatives.models",
            ["places.models imports initiatives.models: places may not know initiatives."],
        ),
        (
            "initiatives.models.trail",
            "def save():\n    from initiatives import emails",
            ["initiatives.models.trail imports initiatives.emails: a model knows only models."],
        ),
        (
            "initiatives.moderation",
            "import initiatives.admin",
            ["initiatives.moderation imports initiatives.admin: only views, forms and admin may."],
        ),
        ("initiatives.views.photos", "from initiatives.forms import PhotoForm", []),
        ("initiatives.moderation", "from mail.sending import queue_mail", []),
    ],
)
def test_a_wrong_arrow_is_named(module, source, sentences):
    assert wrong_arrows(module, source) == sentences
