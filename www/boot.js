// Starts the page. The build fills in the addresses of the module and its WebAssembly on the script element.

const { module, wasm } = document.querySelector("script[data-module]").dataset;
try {
  const { default: init } = await import(new URL(module, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  console.error(error);
  const line = document.getElementById("waiting");
  if (line) line.textContent = "The page could not start in this browser. A current version of Firefox, Chrome, Edge or Safari should do.";
}
