// Small conveniences of every page; all of them work without, only less comfortably.

// "/" goes to the search field, unless something is being typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.getElementById("top-search");
  if (search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

// A posted form is sent once; coming back to the page with the browser's button frees it again.
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    sent.delete(form);
    form.removeAttribute("aria-busy");
  }
});

// What was typed is not lost unasked: leaving a changed form asks first. Esc leaves by its "Thôi" link.
const changed = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && form.method === "post") changed.add(form);
});
window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected && !sent.has(form))) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector(".show")) return;
  const leave = document.querySelector("[data-leave]");
  if (leave) leave.click();
});

// After a refusal the summary of errors comes first.
document.querySelector(".form-errors")?.focus();
