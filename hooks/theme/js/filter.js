// Filter of a list, with its state in the address: ?thema=wachten&thema=stem&zoek=vaste+persoon
//
// The page is whole without it. What it works on, all by data attributes:
//   form[data-filter]        its named controls. Choices of one name are alternatives; those of
//                            several names must all hold; a name without a choice asks nothing.
//                            The value is what the status calls the rows: "3 van 128 punten getoond"
//   [data-filter-lijst] > *  the rows; data-<name> holds the values of a row, parted by spaces.
//                            What the rows of a group share may stand on the group
//   input[data-filter-zoek]  a search: each of its words must occur in the row, whatever its case
//                            and accents: in its text, its data-zoek, or the data-zoek of its groups
//   [data-filter-groep]      hidden while no row in it is shown; its value, if any, is the name under
//                            which the status counts it: "(2 van 36 zienswijzen)"
//   [data-filter-rij]        a group that holds no rows, and is to be found by itself
//   details[data-filter-vouw]     open while something is chosen
//   details[data-filter-breed]    open from the start on a wide screen
//   [data-filter-telling]         beside a box: how many rows its choice gives with the other choices
//   [data-filter-stand]           the status; it has role="status" in the page
//   form[data-filter-bron]        pages, by address, from which the rows are read at the first choice:
//                                 a list goes where this page has a list with its id
// Hidden is always the attribute hidden. After each change the form fires "gefilterd"; its detail is
// {actief, getoond}: whether anything is chosen, and how many rows are shown.
(() => {
  const form = document.querySelector("form[data-filter]");
  if (!form) return;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const stand = document.querySelector("[data-filter-stand]");
  const search = form.querySelector("[data-filter-zoek]");
  const names = [...new Set([...form.elements].map((field) => field.name).filter(Boolean))];
  let sources = (form.dataset.filterBron ?? "").split(" ").filter(Boolean);
  let rows = findRows();

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function findRows() {
    return all("[data-filter-lijst] > *, [data-filter-rij]").map((element) => {
      const values = {};
      for (const name of names) {
        const holder = element.closest(`[data-${name}]`);
        values[name] = holder ? holder.dataset[name].split(" ") : [];
      }
      return { element, values, counts: !element.hasAttribute("data-filter-rij") };
    });
  }

  function textOf(row) {
    if (row.text === undefined) {
      const parts = [row.element.textContent];
      for (let e = row.element; e; e = e.parentElement) parts.push(e.dataset.zoek ?? "");
      row.text = fold(parts.join(" "));
    }
    return row.text;
  }

  // The choices by name; only names with a choice. A search gives its words.
  function choices() {
    const chosen = {};
    for (const [name, value] of new FormData(form)) {
      if (value.trim() === "") continue;
      const said = name === search?.name ? fold(value).split(/[\s,;:!?"“”()]+/).filter(Boolean) : [value];
      chosen[name] = [...(chosen[name] ?? []), ...said];
    }
    return chosen;
  }

  function matches(row, chosen, except) {
    return Object.entries(chosen).every(([name, values]) => {
      if (name === except) return true;
      if (name === search?.name) return values.every((word) => textOf(row).includes(word));
      return values.some((value) => row.values[name].includes(value));
    });
  }

  async function read() {
    const pages = sources;
    sources = [];
    stand.textContent = "De lijst wordt gehaald.";
    for (const page of pages) {
      const response = await fetch(page);
      if (!response.ok) throw new Error(`${page}: ${response.status}`);
      const other = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const list of other.querySelectorAll("[data-filter-lijst][id]")) {
        for (const link of list.querySelectorAll("a[href]")) {
          link.href = new URL(link.getAttribute("href"), response.url).href;
        }
        const here = document.getElementById(list.id);
        here?.replaceChildren(...list.children);
        here?.closest("details")?.removeAttribute("hidden");
      }
    }
    rows = findRows();
  }

  function show(chosen) {
    const active = Object.keys(chosen).length > 0;
    for (const row of rows) row.element.hidden = !matches(row, chosen);
    const left = "[data-filter-lijst] > :not([hidden]), [data-filter-rij]:not([hidden])";
    for (const group of all("[data-filter-groep]:not([data-filter-rij])")) {
      group.hidden = active && !group.querySelector(left);
    }
    for (const details of all("details[data-filter-vouw]")) details.open = active;
    for (const name of names) count(name, chosen);
    tell(active);
  }

  // How many rows each choice of a name would give, whatever else of that name is chosen.
  function count(name, chosen) {
    const places = [...form.querySelectorAll(`[name="${name}"]`)]
      .map((box) => [box.value, box.closest("label")?.querySelector("[data-filter-telling]")])
      .filter(([, place]) => place);
    if (!places.length) return;
    const tally = new Map();
    for (const row of rows) {
      if (!row.counts || !matches(row, chosen, name)) continue;
      for (const value of row.values[name]) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
    for (const [value, place] of places) place.textContent = tally.get(value) ?? 0;
  }

  function tell(active) {
    const counted = rows.filter((row) => row.counts);
    const shown = counted.filter((row) => !row.element.hidden).length;
    const kinds = new Set(all("[data-filter-groep]").map((group) => group.dataset.filterGroep));
    const groups = [...kinds].filter(Boolean).map((kind) => {
      const every = all(`[data-filter-groep="${kind}"]`);
      return `${every.filter((group) => !group.hidden).length} van ${every.length} ${kind}`;
    });
    const what = form.dataset.filter ? ` ${form.dataset.filter}` : "";
    const around = groups.length ? ` (${groups.join(", ")})` : "";
    const text = `${shown} van ${counted.length}${what} getoond${around}.`;
    if (stand) stand.textContent = active ? text : "";
    form.dispatchEvent(
      new CustomEvent("gefilterd", { bubbles: true, detail: { actief: active, getoond: shown } }),
    );
  }

  async function apply() {
    const chosen = choices();
    try {
      if (sources.length && Object.keys(chosen).length) await read();
      show(choices());
    } catch {
      stand.textContent = "De lijst kon niet worden gehaald. Kies een groep hierboven.";
    }
  }

  function remember(how) {
    const asked = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    const query = new URLSearchParams(asked).toString();
    if (query === new URLSearchParams(location.search).toString()) return;
    try {
      history[how](null, "", (query ? `?${query}` : location.pathname) + location.hash);
    } catch {
      // A page opened from disk has an address that cannot change; the filter works all the same.
    }
  }

  function fill() {
    const asked = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (!field.name) continue;
      const values = asked.getAll(field.name);
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = values.length ? values.includes(field.value) : field.defaultChecked;
        if (field.checked && !field.defaultChecked) field.closest("details")?.setAttribute("open", "");
      } else if (field.options) {
        field.value = [...field.options].some((o) => o.value === values[0]) ? values[0] : "";
      } else {
        field.value = values[0] ?? "";
      }
    }
    apply();
  }

  let typing = 0;
  form.classList.add("filter--aan");
  if (matchMedia("(min-width: 62rem)").matches) {
    for (const details of all("details[data-filter-breed]")) details.open = true;
  }
  form.addEventListener("input", (event) => {
    if (event.target !== search) return;
    clearTimeout(typing);
    typing = setTimeout(() => {
      remember("replaceState");
      apply();
    }, 150);
  });
  form.addEventListener("change", (event) => {
    if (event.target === search) return;
    remember("pushState");
    apply();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    remember("replaceState");
    apply();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      remember("pushState");
      apply();
    }),
  );
  addEventListener("popstate", fill);
  fill();
})();
