// A button that copies a line; where the browser cannot, it stays away and the line can be selected.
for (const button of document.querySelectorAll("[data-kopieer]")) {
  const line = document.getElementById(button.dataset.kopieer);
  const status = button.parentElement.querySelector('[role="status"]');
  if (!line || !navigator.clipboard) continue;
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      status.textContent = "Gekopieerd";
    } catch {
      status.textContent = "Kopiëren lukt niet. Selecteer de regel.";
    }
  });
}
