// A button that prints, only where a script runs: without it the page says which keys to press.
const button = document.createElement("button");
button.type = "button";
button.className = "btn";
button.textContent = "Druk de kaartjes af";
button.addEventListener("click", () => print());
document.getElementById("afdrukken").prepend(button);
