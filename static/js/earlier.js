// While name, paper and content are typed, the panel at the right shows what the books hold of the same person or matter.
// It asks with POST, so that no name stands in an address; without scripts the panel fills after the form is sent.

(() => {
  const panel = document.querySelector("[data-earlier-url]");
  if (!panel) return;
  const form = document.querySelector("form.office-form");
  const [name, paper] = ["ten", "so-giay-to"].map((each) => form.querySelector(`[data-earlier=${each}]`));
  const content = form.elements.summary;
  let timer, asked;

  const ask = async () => {
    const question = new URLSearchParams({ ten: name.value, "noi-dung": content.value });
    if (paper) question.set("so-giay-to", paper.value);
    question.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    asked = question;
    // Without a connection the panel stays as it is; the next letter asks again.
    const answer = await fetch(panel.dataset.earlierUrl, { method: "POST", body: question }).catch(() => null);
    if (answer?.ok && asked === question) panel.innerHTML = await answer.text();
  };

  for (const field of [name, paper, content].filter(Boolean)) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 350);
    });
  }
})();
