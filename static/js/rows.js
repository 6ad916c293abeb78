// "Thêm dòng": one more row of fields like the last one, numbered on; the hidden field of data-rows counts them.

(() => {
  for (const rows of document.querySelectorAll("[data-rows]")) {
    const form = rows.closest("form");
    const count = form.elements[rows.dataset.rows];
    const MOST = 40; // as many as the form reads

    const add = () => {
      const last = [...rows.querySelectorAll("[data-row]")].pop();
      const number = Number(last.dataset.row) + 1;
      if (number >= MOST) return null;
      const row = last.cloneNode(true);
      row.dataset.row = number;
      for (const part of row.querySelectorAll("[id], [name], [for], [aria-describedby]")) {
        for (const name of ["id", "name", "for", "aria-describedby"]) {
          const words = part.getAttribute(name);
          if (words) part.setAttribute(name, words.replaceAll(`document_${number - 1}_`, `document_${number}_`));
        }
      }
      for (const field of row.querySelectorAll("input")) {
        field.value = "";
        field.classList.remove("is-invalid");
      }
      for (const error of row.querySelectorAll(".invalid-feedback")) error.remove();
      last.after(row);
      count.value = number + 1;
      return row;
    };

    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-secondary mb-3";
    button.textContent = "Thêm dòng tài liệu";
    button.addEventListener("click", () => add()?.querySelector("input").focus());
    rows.append(button);

    form.addEventListener("draft", (event) => {
      const wanted = Number(event.detail.get(rows.dataset.rows));
      while (Number(count.value) < wanted && add());
    });
  }
})();
