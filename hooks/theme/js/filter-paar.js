// The choice on pages of a pair, on top of js/filter.js, which hides the notes that do not fit.
// In the text itself nothing goes: marks outside the choice step back, paragraphs without a chosen
// change fold until somebody unfolds them. The choice goes along to the other pages of the pair.
(() => {
  const form = document.querySelector("form[data-basis]");
  if (!form) return;
  const text = document.querySelector("[data-renvooi]");
  const basis = new URL(form.dataset.basis, location.href);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const many = (number, one, more) => `${number} ${number === 1 ? one : more}`;

  // What the address asks and this page does not have, is offered too: else it would show all.
  for (const [name, value] of new URLSearchParams(location.search)) {
    const known = all("input[type=checkbox]", form).some((b) => b.name === name && b.value === value);
    if (known || !/^(herkomst|aard|indiener|soort|gemeente|thema)$/.test(name)) continue;
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value });
    const label = document.createElement("label");
    label.className = "zeef__keuze";
    label.append(box, `${value.replaceAll("-", " ")} (komt hier niet voor)`);
    form.querySelector(".keuze__vragen").append(label);
  }

  function headed(piece) {
    return /^H[1-6]$/.test(piece.querySelector(":scope > .stuk__nieuw > *")?.tagName ?? "");
  }

  function margin(piece) {
    const next = piece.nextElementSibling;
    return next?.classList.contains("noten") ? next : null;
  }

  function stepBack(active, shown) {
    for (const mark of all("[data-noot]", text)) {
      const fits = mark.dataset.noot.split(" ").some((number) => shown.has(number));
      mark.classList.toggle("terzijde", active && !fits);
    }
    for (const mark of all(".verplaatst:not([data-noot])", text)) {
      mark.classList.toggle("terzijde", active);
    }
    for (const mark of all("a.plek[id^=plek-]", text)) {
      mark.hidden = active && !shown.has(mark.id.slice(5));
    }
  }

  // Runs of paragraphs without a chosen change: [[piece, …], …].
  function runs() {
    const found = [];
    let run = [];
    for (const piece of all(".stuk", text)) {
      const notes = margin(piece);
      const fits =
        headed(piece) ||
        piece.querySelector("[data-noot]:not(.terzijde)") ||
        notes?.querySelector(":scope > :not([hidden])");
      piece.classList.toggle("stuk--terzijde", !fits);
      if (fits) run = [];
      else if (run.push(piece) === 1) found.push(run);
    }
    return found;
  }

  function fold(active) {
    for (const line of all(".keuze__regel", text)) line.remove();
    for (const piece of all(".stuk, .noten", text)) piece.hidden = false;
    for (const run of runs()) {
      if (!active) continue;
      const parts = run.flatMap((piece) => [piece, margin(piece)]).filter(Boolean);
      for (const part of parts) part.hidden = true;
      const line = document.createElement("p");
      line.className = "keuze__regel";
      line.dataset.bij = "";
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${many(run.length, "alinea", "alinea’s")} zonder wijzigingen van deze keuze`;
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => {
        const open = button.getAttribute("aria-expanded") === "false";
        button.setAttribute("aria-expanded", String(open));
        for (const part of parts) part.hidden = !open;
      });
      line.append(button);
      run[0].before(line);
      if (run.some((piece) => location.hash && piece.querySelector(`:target`))) button.click();
    }
    if (!active) for (const piece of all(".stuk--terzijde", text)) piece.classList.remove("stuk--terzijde");
  }

  function inText(active) {
    const notes = all(".noot", text);
    const shown = notes.filter((note) => !note.hidden).map((note) => note.id.slice(5));
    text.closest(".paarpagina").toggleAttribute("data-gekozen", active);
    stepBack(active, new Set(shown));
    fold(active);
    const asked = all(".gevraagd", text).find((question) => !question.hidden);
    for (const link of all(".gevraagd-telling a")) {
      link.hidden = !asked;
      if (asked) link.hash = asked.id;
    }
    document.dispatchEvent(new CustomEvent("plekken", { detail: shown.map((n) => `plek-${n}`) }));
    return notes.length - shown.length;
  }

  function inList(active) {
    let rest = 0;
    for (const group of all("[data-groep]")) {
      const rows = all("tbody > tr", group);
      const shown = rows.filter((row) => !row.hidden).length;
      rest += rows.length - shown;
      if (active && shown) group.open = true;
      for (const place of all(`[data-plekken="${group.dataset.groep}"]`)) {
        place.textContent = active ? `${shown} van ` : "";
      }
    }
    return rest;
  }

  function chosen() {
    return all("input:checked", form).map((box) => {
      const label = box.closest("label");
      return (label.querySelector("span") ?? label).textContent.trim();
    });
  }

  function takeAlong() {
    for (const link of all("a[href]")) {
      const url = new URL(link.href, location.href);
      if (link.getAttribute("href").startsWith("#") || !url.href.startsWith(basis.href)) continue;
      url.search = location.search;
      link.href = url.href;
    }
  }

  // A choice from the address is told in a line; the boxes fold, so that the text stays near.
  form.addEventListener("gefilterd", () => form.querySelector(".keuze__vouw").removeAttribute("open"), {
    once: true,
  });
  form.addEventListener("gefilterd", ({ detail: { actief } }) => {
    const rest = (text ? inText : inList)(actief);
    const line = form.querySelector("[data-keuze-rest]");
    form.querySelector("[data-keuze-stand]").hidden = !actief;
    form.querySelector("[data-keuze-gekozen]").textContent = `Gekozen: ${chosen().join(", ")}.`;
    line.hidden = !rest;
    const others = many(rest, "andere plek", "andere plekken");
    line.textContent = text
      ? `${others} niet gemarkeerd: nieuwe woorden staan er gewoon, vervallen woorden doorgestreept zonder kleur.`
      : `${others} niet getoond.`;
    takeAlong();
  });
})();
