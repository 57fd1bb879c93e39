// The search. Nothing is read before someone types, moves to the field, or comes with a question
// in the address: ?q=wachttijden&soort=tekst&oud=ja. The index asks for stems; see
// hooks/regiovisie/publish/zoeken.py, which also says what SIGN and END are.
(() => {
  const form = document.querySelector("form[data-zoek]");
  if (!form) return;
  document.querySelector("[data-zoek-zonder]")?.remove();
  const SIGN = " ¶ ";
  const END = "zq";
  const GROUPS = ["a", "b", "c"];
  const BATCH = 10;
  const AROUND = 14; // words before and behind a find
  const LONGEST = 42;
  const stand = document.querySelector("[data-zoek-stand]");
  const list = document.createElement("ol");
  list.className = "vondsten";
  document.querySelector("[data-zoek-lijst]").replaceWith(list);
  const more = document.querySelector("[data-zoek-verder]");
  const root = new URL(form.dataset.wortel.replace(/\/?$/, "/"), location.href);
  let engine = null;
  let turn = 0;
  let left = [];
  let asked = [];
  let typed = []; // the words themselves, of which a stem can be too short to tell a part by

  function load() {
    engine ??= (async () => {
      const { createInstance } = await import(new URL("pagefind/pagefind.js", root));
      const instance = createInstance({ noWorker: true, basePath: new URL("pagefind/", root).pathname });
      await instance.init();
      return instance;
    })();
    engine.catch(() => {
      engine = null;
    });
    return engine;
  }

  // Each choice is a word that the index has at each find; see filter_word in the build.
  function filters() {
    const chosen = [...form.querySelectorAll("select")].filter((field) => field.value);
    const words = chosen.map((field) => filterWord(field.name, field.value));
    // A version is asked for by name, so its text is wanted whether it is the current one or not.
    if (!form.elements.oud?.checked && !chosen.some((field) => field.name === "versie")) {
      words.push(filterWord("tekst", "nu"));
    }
    return words;
  }

  function filterWord(name, value) {
    return `filter${name}${value}`.replaceAll("-", "") + END;
  }

  async function find(stems, question) {
    const exact = await ranked(stems.map((stem) => stem + END));
    // Where nothing has all the words, perhaps the last one is not finished yet.
    return exact.length ? exact : ranked(globalThis.stam.vouw(question).match(/[a-z0-9]+/g));
  }

  // The text itself before what is said of it, and that before other pages; in each the best first.
  async function ranked(words) {
    const instance = await load();
    // Pagefind passes over a word that it does not know, where others are asked for as well.
    for (const word of words) if (!(await instance.search(word)).results.length) return [];
    const found = [];
    for (const group of GROUPS) {
      const all = [...words, filterWord("groep", group), ...filters()];
      found.push(...(await instance.search(all.join(" "))).results);
    }
    return found;
  }

  async function search() {
    const mine = ++turn;
    const question = form.elements.q.value.trim();
    asked = globalThis.stam.stammen(question);
    typed = (globalThis.stam.vouw(question).match(/[a-z0-9]+/g) ?? []).filter((word) => word.length > 3);
    more.hidden = true;
    if (!asked.length) {
      list.replaceChildren();
      stand.textContent = question ? "Typ een woord dat meer zegt." : "";
      return;
    }
    stand.textContent = "Bezig met zoeken.";
    try {
      const found = await find(asked, question);
      if (mine !== turn) return;
      left = [...found];
      const items = await nextItems();
      if (mine !== turn) return;
      list.replaceChildren(...items);
      more.hidden = !left.length;
      stand.textContent = told(found.length, question);
      document.title = document.title.replace(/^(.*: )?Zoeken/, `${question}: Zoeken`);
    } catch {
      if (mine !== turn) return;
      list.replaceChildren();
      stand.textContent = "Zoeken lukt nu niet. Probeer het later, of kijk in de lijst met trefwoorden.";
    }
  }

  function told(count, question) {
    if (count) return `${count} gevonden`;
    const narrowed = [...form.querySelectorAll("select")].some((field) => field.value);
    return `Niets gevonden voor “${question}”. ${narrowed ? "Kies minder beperkingen, of p" : "P"}robeer een ander woord.`;
  }

  // The next finds; those on one page stand together under the first of them.
  async function nextItems() {
    const batch = left.splice(0, BATCH);
    const finds = await Promise.all(batch.map((result) => result.data()));
    const pages = new Map();
    for (const find of finds) {
      const page = find.raw_url.split("#")[0];
      pages.set(page, [...(pages.get(page) ?? []), find]);
    }
    return [...pages.values()].map(item);
  }

  function item([first, ...others]) {
    const box = element("li");
    box.append(...shown(first, "h3"));
    if (others.length) {
      const inner = element("ol", "vondst__meer");
      for (const other of others) {
        const one = element("li");
        one.append(...shown(other, "p"));
        inner.append(one);
      }
      box.append(inner);
    }
    return box;
  }

  function shown(find, tag) {
    const { title, pagina, soort, versie, voorbeeld } = find.meta;
    const kop = element(tag, tag === "h3" ? "vondst__kop" : "");
    const link = element("a", "", title);
    link.href = new URL(find.raw_url, root).href;
    kop.append(link);
    const where = element("p", "vondst__waar", [soort, pagina !== title ? pagina : "", versie].filter(Boolean).join(" · "));
    if (voorbeeld) where.append(" ", element("span", "label label--voorbeeld", "voorbeeld"));
    const text = element("p", "vondst__tekst");
    text.append(...excerpt(find.content.split(SIGN)[0]));
    return [kop, where, text];
  }

  function element(tag, name = "", text = "") {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.textContent = text;
    return made;
  }

  // A few words round the finds, from where most of the words asked for are near, each marked.
  function excerpt(text) {
    const words = text.split(/\s+/).filter(Boolean);
    const hits = words.map(askedBy);
    const start = Math.max(0, richest(hits) - AROUND);
    const end = Math.min(words.length, start + LONGEST);
    const parts = [start ? "… " : ""];
    for (let n = start; n < end; n += 1) {
      if (hits[n]) parts.push(element("mark", "", words[n]));
      else parts.push(words[n]);
      parts.push(" ");
    }
    if (end < words.length) parts.push("…");
    return parts;
  }

  // The first find from where the most different stems stand within an excerpt; 0 without finds.
  function richest(hits) {
    let best = { at: 0, count: 0 };
    hits.forEach((hit, at) => {
      if (!hit) return;
      const count = new Set(hits.slice(at, at + LONGEST - AROUND).filter(Boolean)).size;
      if (count > best.count) best = { at, count };
    });
    return best.at;
  }

  // The stem asked for that a word has, or holds as a part; "" where it has none.
  function askedBy(word) {
    for (const part of globalThis.stam.woorden(word)) {
      const stem = globalThis.stam.stam(part);
      const found = asked.find((want) => stem === want || (want.length > 3 && part.includes(want)));
      if (found) return found;
      const held = typed.find((word) => part.includes(word));
      if (held) return globalThis.stam.stam(held);
    }
    return "";
  }

  function remember() {
    const said = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = new URLSearchParams(said).toString();
    if (query === new URLSearchParams(location.search).toString()) return;
    try {
      history.pushState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // A page opened from disk has an address that cannot change.
    }
  }

  function fill() {
    const said = new URLSearchParams(location.search);
    form.elements.q.value = said.get("q") ?? "";
    for (const field of form.querySelectorAll("select")) {
      const value = said.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
      if (field.value) form.querySelector("[data-zoek-meer]").open = true;
    }
    if (form.elements.oud) form.elements.oud.checked = said.get("oud") === "ja";
    if (form.elements.q.value.trim() || list.children.length) search();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    search();
  });
  form.addEventListener("change", (event) => {
    if (event.target === form.elements.q || !form.elements.q.value.trim()) return;
    remember();
    search();
  });
  form.elements.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
  more.addEventListener("click", async () => {
    const items = await nextItems();
    list.append(...items);
    more.hidden = !left.length;
    items[0]?.querySelector("a").focus();
  });
  addEventListener("popstate", fill);
  fill();
})();
