// Filter of a register: hides rows, counts what is left, keeps the choice in the address.
const form = document.querySelector("[data-filter]");
const stand = form.querySelector("[data-filter-stand]");
const rows = [...document.querySelectorAll("[data-filter-lijst] > li")];

function matches(row, name, value) {
  return value === "" || (row.dataset[name] ?? "").split(" ").includes(value);
}

function apply() {
  const choices = [...new FormData(form)];
  for (const row of rows) {
    row.hidden = !choices.every(([name, value]) => matches(row, name, value));
  }
  const shown = rows.filter((row) => !row.hidden).length;
  const chosen = choices.filter(([, value]) => value !== "");
  stand.textContent = chosen.length ? `${shown} van ${rows.length} getoond` : "";
  const query = new URLSearchParams(chosen).toString();
  history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (field && [...field.options].some((option) => option.value === value)) field.value = value;
}
form.classList.add("filter--aan");
form.addEventListener("change", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
apply();
