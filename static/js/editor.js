// A text field of admin becomes one with buttons for headings, lists and links. What it may hold is
// decided where it is saved (pages/models/rich_text.py); without this script the field shows HTML.
import {
  Bold, BulletList, Document, Editor, HardBreak, Heading, History, Italic, Link, ListItem,
  OrderedList, Paragraph, Text,
} from "../django_prose_editor/editor.js";

// The Tab key leads on to the next field, also from a list.
const Item = ListItem.extend({
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});
// Links are made with the button below, in Dutch.
const PlainLink = Link.extend({
  addKeyboardShortcuts() {
    return {};
  },
});

const BUTTONS = [
  ["Tussentitel", (chain) => chain.toggleHeading({ level: 2 }), ["heading", { level: 2 }]],
  ["Kleine titel", (chain) => chain.toggleHeading({ level: 3 }), ["heading", { level: 3 }]],
  ["Vet", (chain) => chain.toggleBold(), ["bold"], "to-bold"],
  ["Schuin", (chain) => chain.toggleItalic(), ["italic"], "to-italic"],
  ["Lijst", (chain) => chain.toggleBulletList(), ["bulletList"]],
  ["Genummerde lijst", (chain) => chain.toggleOrderedList(), ["orderedList"]],
];
const ALLOWED = /^(https?:\/\/|mailto:|tel:|\/|#)\S*$/i;
// What Word adds; nothing of it stays, and our policy would complain of each.
const STYLES = /<style[\s\S]*?<\/style>|\sstyle\s*=\s*("[^"]*"|'[^']*')/gi;
// A text has two levels of headings; what is pasted with others comes as near as it can.
const OTHER_HEADINGS = /(<\/?h)([1456])\b/gi;

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function button(text, onclick) {
  return make("button", { type: "button", textContent: text, onclick });
}

function edit(textarea) {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const name = label.textContent.trim().replace(/:$/, "");
  const box = make("div", { className: "editor" });
  textarea.before(box);

  const editor = new Editor({
    element: box,
    // Our style sheet has these rules: a style that a script adds is refused by our policy.
    injectCSS: false,
    editable: !textarea.disabled,
    content: textarea.value,
    extensions: [
      Document, Paragraph, Text, HardBreak, History, Bold, Italic, BulletList, OrderedList, Item,
      Heading.configure({ levels: [2, 3] }),
      PlainLink.configure({ openOnClick: false, enableTarget: false, autolink: false }),
    ],
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": name },
      transformPastedHTML: (html) =>
        html.replace(STYLES, "").replace(OTHER_HEADINGS, (_, tag, n) => tag + (n === "1" ? 2 : 3)),
    },
    onUpdate() {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
    },
  });
  label.addEventListener("click", () => editor.commands.focus());

  const bar = make("div", { className: "editor-bar" });
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", `Opmaak van ${name}`);
  const pressed = BUTTONS.map(([text, command, state, className = ""]) => {
    const one = button(text, () => command(editor.chain().focus()).run());
    one.className = className;
    return [one, state];
  });
  const { row, toggle } = linkRow(editor);
  bar.append(...pressed.map(([one]) => one), toggle);
  bar.append(button("Ongedaan maken", () => editor.chain().focus().undo().run()));
  box.prepend(bar, row);
  box.append(textarea);

  function show() {
    for (const [one, state] of [...pressed, [toggle, ["link"]]]) {
      one.setAttribute("aria-pressed", editor.isActive(...state));
    }
  }
  editor.on("transaction", show);
  show();
}

function linkRow(editor) {
  const address = make("input", { type: "text", placeholder: "https://…" });
  const problem = make("p");
  problem.setAttribute("role", "alert");
  const row = make("div", { className: "editor-link", hidden: true });
  const toggle = button("Link", () => {
    row.hidden = !row.hidden;
    if (row.hidden) return editor.commands.focus();
    address.value = editor.getAttributes("link").href || "";
    problem.textContent = "";
    address.focus();
  });

  function leave() {
    row.hidden = true;
  }
  function set() {
    const typed = address.value.trim().replace(/^www\./i, "https://www.");
    if (!ALLOWED.test(typed)) {
      problem.textContent = "Begin met https:// of mailto:, of met / als de link op deze site blijft.";
      return address.focus();
    }
    if (editor.state.selection.empty && !editor.isActive("link")) {
      problem.textContent = "Kies eerst in de tekst de woorden voor de link.";
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link").setLink({ href: typed });
    // Behind the link: what is typed next must not take its place.
    chain.command(({ tr, commands }) => commands.setTextSelection(tr.selection.to)).run();
    leave();
  }
  address.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      // Not the whole form.
      event.preventDefault();
      set();
    } else if (event.key === "Escape") {
      leave();
      editor.commands.focus();
    }
  });
  row.append(
    make("label", {}, "Waar leidt de link naartoe?", address),
    button("Zet de link", set),
    button("Haal de link weg", () => {
      editor.chain().focus().extendMarkRange("link").unsetLink().run();
      leave();
    }),
    problem,
  );
  return { row, toggle };
}

document.querySelectorAll("textarea[data-editor]").forEach(edit);
