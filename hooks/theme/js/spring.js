// From place to place: buttons with a count, and the keys j and k, which can be switched off.
// Walks only the places that a choice shows: filter-paar.js says which. The count follows a reader
// who scrolls, so that "next" is next from where they are.
(() => {
  const bar = document.querySelector("[data-spring]");
  if (!bar) return;
  let places = [...document.querySelectorAll("a.plek[id^=plek-]")].map((mark) => mark.id);
  let current = -1;
  let arrived = true;

  function button(text, step) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "actie actie--klein";
    element.textContent = text;
    element.addEventListener("click", () => go(step));
    return element;
  }

  function remember(value) {
    try {
      if (value) localStorage.setItem("regiovisie-toetsen", value);
      return localStorage.getItem("regiovisie-toetsen");
    } catch {
      return value;
    }
  }

  function show() {
    const total = places.length;
    const all = total === 1 ? "1 plek" : `${total} plekken`;
    count.textContent = current < 0 ? all : `plek ${current + 1} van ${total}`;
  }

  function go(step) {
    if (!places.length) return;
    current = Math.min(places.length - 1, Math.max(0, current + step));
    arrived = false;
    const mark = document.getElementById(places[current]);
    mark?.scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
    show();
    said.textContent = count.textContent;
  }

  // A place stays the current one until it has left the window.
  function follow() {
    const tops = places.map((id) => document.getElementById(id)?.getBoundingClientRect().top);
    const inView = tops[current] > 0 && tops[current] < innerHeight;
    arrived ||= inView;
    if (!arrived || inView) return;
    current = tops.findLastIndex((top) => top < innerHeight * 0.6);
    show();
  }

  const count = document.createElement("span");
  count.className = "werkbalk__stand";
  // Said aloud after a step only: a count that speaks while one scrolls would be noise.
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "vh";
  const keys = document.createElement("label");
  keys.className = "werkbalk__toetsen";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = remember() !== "uit";
  box.addEventListener("change", () => remember(box.checked ? "aan" : "uit"));
  keys.append(box, "Toetsen j en k");
  bar.replaceChildren(button("Vorige", -1), count, button("Volgende", 1), keys, said);
  let asked = false;
  document.addEventListener(
    "scroll",
    () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        follow();
      });
    },
    { passive: true },
  );
  document.addEventListener("scrollend", () => {
    arrived = true;
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea");
    if (!box.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });
  document.addEventListener("plekken", (event) => {
    places = event.detail;
    current = -1;
    show();
  });
  show();
})();
