// A button that copies the code to paste, only where the browser lets a page copy.
const code = document.getElementById("insluitcode");

function offerToCopy() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-line";
  button.textContent = "Kopieer de code";
  const message = document.createElement("p");
  message.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.value);
      message.textContent = "De code is gekopieerd. Plak ze in je eigen bladzijde.";
    } catch {
      code.select();
      message.textContent = "Kopiëren lukte niet. De code is geselecteerd: druk op Ctrl en C.";
    }
  });
  code.after(button, message);
}

if (navigator.clipboard) offerToCopy();
