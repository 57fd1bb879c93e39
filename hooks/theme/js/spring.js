// From change to change: buttons with a count, and the keys j and k, which can be switched off.
const bar = document.querySelector("[data-spring]");

function button(text, step) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "actie actie--klein";
  element.textContent = text;
  element.addEventListener("click", () => go(step));
  return element;
}

let current = 0;
const total = Number(bar?.dataset.aantal ?? 0);
const count = document.createElement("span");
count.setAttribute("role", "status");
count.className = "werkbalk__stand";

function remember(value) {
  try {
    if (value) localStorage.setItem("regiovisie-toetsen", value);
    return localStorage.getItem("regiovisie-toetsen");
  } catch {
    return value;
  }
}

function show() {
  count.textContent = current ? `nummer ${current} van ${total}` : total === 1 ? "1 nummer" : `${total} nummers`;
}

function go(step) {
  current = Math.min(total, Math.max(1, current + step));
  const mark = document.getElementById(`plek-${current}`);
  mark?.scrollIntoView({ block: "center" });
  mark?.focus({ preventScroll: true });
  show();
}

if (bar) {
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
  show();
}
