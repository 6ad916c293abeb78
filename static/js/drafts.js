// What is typed in a form with data-draft is kept until it is stored: a lost connection, a reload or an expired
// sign-in loses nothing. It is kept in this tab only (sessionStorage), so that a shared PC does not keep names;
// forgotten as soon as a page says that the form was stored, on "Thôi", and when somebody else signs in.

(() => {
  const page = document.querySelector("[data-stored]");
  if (!page) return;
  const PREFIX = "draft ";
  const APART = ["csrfmiddlewaretoken", "once"];
  const owner = page.dataset.draftOwner;
  const stored = page.dataset.stored.split(" ");

  const read = (key) => {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  };

  for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(PREFIX))) {
    const draft = read(key);
    if (!draft || draft.owner !== owner || stored.includes(draft.once)) sessionStorage.removeItem(key);
  }

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const sentTo = new URL(form.action, location.href); // a conclusion belongs to its session
  const key = `${PREFIX}${form.dataset.draft} ${sentTo.pathname}${sentTo.search}`;
  let timer, leaving;

  const forget = () => {
    timer = clearTimeout(timer);
    sessionStorage.removeItem(key);
  };

  const keep = () => {
    timer = clearTimeout(timer);
    const answers = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !APART.includes(name));
    const draft = { owner, once: form.elements.once.value, at: new Date().toISOString(), answers };
    try {
      sessionStorage.setItem(key, JSON.stringify(draft));
    } catch {
      forget(); // more than the browser keeps; the server refuses so long a text anyway
    }
  };

  const fill = (answers) => {
    const of = new Map(answers);
    form.dispatchEvent(new CustomEvent("draft", { detail: of })); // rows.js makes room
    for (const field of form.elements) {
      if (!field.name || APART.includes(field.name)) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = of.get(field.name) === field.value;
      else if (field.tagName === "SELECT") choose(field, of.get(field.name));
      else if (of.has(field.name)) field.value = of.get(field.name);
    }
    for (const fold of form.querySelectorAll("details")) {
      if (fold.querySelector("input:not([type=hidden]), textarea, select") && answered(fold)) fold.open = true;
    }
  };

  const choose = (list, value) => {
    if ([...list.options].some((option) => option.value === value)) list.value = value;
  };

  const answered = (fold) =>
    [...fold.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) => field.value);

  const tell = () => {
    for (const field of form.elements) field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const offer = (draft) => {
    const notice = document.createElement("div");
    const words = document.createElement("span");
    const discard = document.createElement("button");
    notice.className = "notice notice-info draft-found";
    notice.setAttribute("role", "status");
    const time = new Date(draft.at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
    words.textContent = `Đã lấy lại nội dung ghi dở lúc ${time}, chưa vào sổ.`;
    discard.type = "button";
    discard.className = "btn btn-secondary";
    discard.textContent = "Bỏ nội dung này";
    discard.addEventListener("click", () => {
      form.reset();
      tell();
      forget();
      notice.remove();
      form.querySelector("[autofocus]")?.focus();
    });
    notice.append(words, discard);
    form.before(notice);
  };

  const draft = read(key);
  if (document.querySelector(".form-errors")) keep(); // a refused form shows what was typed; its token is new
  else if (draft) {
    fill(draft.answers);
    tell();
    offer(draft);
  }

  const changed = () => {
    leaving = false;
    clearTimeout(timer);
    timer = setTimeout(keep, 200);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    leaving = false;
    keep();
  });
  document.querySelector("[data-leave]")?.addEventListener("click", () => (leaving = true));
  window.addEventListener("pagehide", () => {
    if (leaving) forget();
    else if (timer) keep();
  });
})();
