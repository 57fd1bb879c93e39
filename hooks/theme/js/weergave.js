// Remembers how a reader likes to see changes: in the text or side by side, whole or only changes.
const form = document.querySelector(".werkbalk");
const key = "regiovisie-weergave";

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

const choice = remembered();
if (choice.weergave === "naast") form.elements.weergave.value = "naast";
if (choice.alleen) form.elements.alleen.checked = true;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  const { weergave, alleen } = form.elements;
  try {
    localStorage.setItem(key, JSON.stringify({ weergave: weergave.value, alleen: alleen.checked }));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
});
