const output = document.querySelector("output");
document.querySelector("textarea").addEventListener("paste", (event) => {
  output.textContent = `pasted ${event.clipboardData.getData("text/html")}`;
});
document.querySelector("main").addEventListener("drop", async (event) => {
  event.preventDefault();
  output.textContent = `dropped ${await event.dataTransfer.files[0].text()}`;
});
