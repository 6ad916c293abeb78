// Under each date box: the weekday and "ngày nghỉ" of what is typed. Reads the same forms as lucba/office/fields.py.

(() => {
  const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
  const WORDS = { "hom nay": 0, "hom qua": -1, "hom kia": -2, "ngay mai": 1 };
  const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/;
  const reasons = new Map(); // ISO day -> why it is a day off, as the server answered

  const bare = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim().replace(/\s+/g, " ");

  const today = () => {
    const iso = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
    return new Date(`${iso}T00:00:00Z`);
  };

  const read = (text) => {
    const word = bare(text);
    if (word in WORDS) return new Date(today().getTime() + WORDS[word] * 86400000);
    const parts = NUMERIC.exec(word);
    if (!parts) return null;
    const [day, month] = [Number(parts[1]), Number(parts[2])];
    const written = parts[3];
    const year = !written ? today().getUTCFullYear() : Number(written) + (written.length === 2 ? 2000 : 0);
    if (year < 1900 || year > today().getUTCFullYear() + 50) return null;
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
  };

  const shown = (date) => {
    const two = (number) => String(number).padStart(2, "0");
    return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
  };

  const dayOff = async (iso, address) => {
    if (!reasons.has(iso)) {
      const answer = await fetch(`${address}?ngay=${iso}`, { headers: { Accept: "application/json" } });
      reasons.set(iso, answer.ok ? (await answer.json()).reason : "");
    }
    return reasons.get(iso);
  };

  const hintOf = (box) => {
    const hint = document.createElement("span");
    hint.className = "date-hint";
    hint.id = `${box.id}_weekday`;
    hint.setAttribute("aria-live", "polite");
    box.after(hint);
    box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") || ""} ${hint.id}`.trim());
    return hint;
  };

  const describe = async (box, hint) => {
    const date = read(box.value);
    hint.classList.remove("date-hint-off");
    hint.textContent = date ? `${WEEKDAYS[date.getUTCDay()]}, ${shown(date)}` : "";
    const address = document.body.dataset.dayOffUrl;
    if (!date || !address) return;
    const typed = box.value;
    const reason = await dayOff(date.toISOString().slice(0, 10), address);
    if (reason && box.value === typed) {
      hint.textContent += reason === WEEKDAYS[date.getUTCDay()] ? " – ngày nghỉ" : ` – ngày nghỉ: ${reason}`;
      hint.classList.add("date-hint-off");
    }
  };

  for (const box of document.querySelectorAll("input[data-date]")) {
    const hint = hintOf(box);
    box.addEventListener("input", () => describe(box, hint));
    box.addEventListener("change", () => {
      const date = read(box.value);
      if (date) box.value = shown(date);
    });
    describe(box, hint);
  }
})();
