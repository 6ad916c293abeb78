// Fields that are asked only in some cases: data-show-when="source=khac|buu_chinh" or "persons>=5"; joined by "&"
// all must hold. Without scripts every field is there. A field with an error is never hidden.

(() => {
  const answer = (form, name) => {
    const field = form.elements[name];
    if (!field) return "";
    return "value" in field ? field.value : "";
  };

  const holds = (form, condition) => {
    const atLeast = condition.split(">=");
    if (atLeast.length === 2) return Number(answer(form, atLeast[0]).replace(/[.\s]/g, "")) >= Number(atLeast[1]);
    const [name, values] = condition.split("=");
    return values.split("|").includes(answer(form, name));
  };

  for (const form of document.querySelectorAll("form:has([data-show-when])")) {
    const parts = form.querySelectorAll("[data-show-when]");
    const refresh = () => {
      for (const part of parts) {
        const shown = part.dataset.showWhen.split("&").every((condition) => holds(form, condition));
        part.hidden = !shown && !part.querySelector(".is-invalid");
      }
    };
    form.addEventListener("input", refresh);
    form.addEventListener("change", refresh);
    refresh();
  }
})();

// Choices that fit an answer only: data-options-of="classification" on a select, data-fits="own foreign" on options
// (their optgroup's label stays). What does not fit is disabled and, if it was chosen, given up.
(() => {
  for (const select of document.querySelectorAll("select[data-options-of]")) {
    const form = select.form;
    const refresh = () => {
      const chosen = form.elements[select.dataset.optionsOf].value;
      for (const option of select.options) {
        const fits = option.dataset.fits;
        const fitting = !fits || !chosen || fits.split(" ").includes(chosen);
        option.hidden = option.disabled = !fitting;
        if (!fitting && option.selected) select.value = "";
      }
    };
    form.addEventListener("change", refresh);
    refresh();
  }
})();
