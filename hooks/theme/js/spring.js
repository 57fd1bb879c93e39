// From place to place: buttons with a count, and the keys j and k, which can be switched off.
// Walks only the places that a choice shows: filter-paar.js says which.
(() => {
  const bar = document.querySelector("[data-spring]");
  if (!bar) return;
  let places = [...document.querySelectorAll("a.plek[id^=plek-]")].map((mark) => mark.id);
  let current = -1;

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
    const mark = document.getElementById(places[current]);
    mark?.scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
    show();
  }

  const count = document.createElement("span");
  count.setAttribute("role", "status");
  count.className = "werkbalk__stand";
  const keys = document.createElement("label");
  keys.className = "werkbalk__toetsen";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = remember() !== "uit";
  box.addEventListener("change", () => remember(box.checked ? "aan" : "uit"));
  keys.append(box, "Toetsen j en k");
  bar.replaceChildren(button("Vorige", -1), count, button("Volgende", 1), keys);
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
