// Shows what is found without leaving the page. Where anything goes wrong, the browser goes to the
// address itself, as it does without this script.
const form = document.getElementById("zoek");
const message = document.getElementById("melding");
let shown = location.search;
let asked = 0;

// The way back to a control after its part of the page is replaced; nothing for a link.
const same = (control) =>
  control.id ? `#${control.id}` : control.name && `[name="${control.name}"][value="${control.value}"]`;

async function show(search, isNew) {
  const address = location.pathname + search;
  const mine = ++asked;
  const old = document.getElementById("gevonden");
  old.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Somebody who chooses fast has asked for more meanwhile.
    if (mine !== asked) return;
    const fresh = page.getElementById("gevonden");
    const control = document.activeElement;
    const hadFocus = old.contains(control);
    fresh.querySelector("details").open = old.querySelector("details").open;
    old.replaceWith(fresh);
    if (isNew) history.pushState(null, "", address);
    shown = search;
    document.title = page.title;
    const feed = 'link[type="application/atom+xml"]';
    document.querySelector(feed).href = page.querySelector(feed).href;
    form.elements.q.value = page.getElementById("q").value;
    const count = document.getElementById("aantal");
    message.textContent = count.textContent;
    const again = hadFocus && same(control) && fresh.querySelector(same(control));
    if (again) again.focus({ preventScroll: true });
    else if (hadFocus) count.focus();
  } catch {
    location.assign(address);
  }
}

function submit(button) {
  const pairs = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  if (button?.name) pairs.set(button.name, button.value);
  const search = String(pairs);
  show(search && `?${search}`, true);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit(event.submitter);
});
document.addEventListener("change", (event) => {
  if (event.target.form === form && event.target.type === "checkbox") submit();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('#gevonden a[href^="?"]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link.search, true);
});
addEventListener("popstate", () => {
  if (location.search !== shown) show(location.search, false);
});
