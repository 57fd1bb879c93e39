// Two lists to choose versions from; the addresses are the same as those of the links below.
const form = document.querySelector("[data-kies]");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const order = [...new Set([...form.elements.van.options, ...form.elements.naar.options].map((o) => o.value))];
  const [van, naar] = [form.elements.van.value, form.elements.naar.value].sort(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
  if (van === naar) {
    form.elements.naar.focus();
    return;
  }
  location.href = `${van}/${naar}/`;
});
form?.classList.add("filter--aan");
