// Long groups start folded on a narrow screen; on paper everything stands open.
const groups = [...document.querySelectorAll("details[data-vouw]")];

if (matchMedia("(max-width: 44rem)").matches) {
  for (const group of groups) group.open = false;
}
addEventListener("beforeprint", () => {
  for (const group of groups) group.open = true;
});
