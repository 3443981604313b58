// Starts the page. The build fills in the addresses of the module and its WebAssembly on the script element.

const { module, wasm } = document.querySelector("script[data-module]").dataset;

/**
 * Until what index.html says is on the screen, so that a slow line brings that first and not a megabyte; not longer than
 * anybody would notice, as some tabs are never painted.
 */
const painted = new Promise((done) => {
  setTimeout(done, 150);
  new PerformanceObserver(done).observe({ type: "paint", buffered: true });
});

try {
  await painted;
  // Both at once; what waits for the bytes also copes with a host that names their type wrongly.
  const bytes = fetch(new URL(wasm, document.baseURI));
  const { default: init } = await import(new URL(module, document.baseURI));
  await init({ module_or_path: bytes });
} catch (error) {
  console.error(error);
  const line = document.getElementById("waiting");
  if (line) line.textContent = "The page could not start in this browser. A current version of Firefox, Chrome, Edge or Safari should do.";
}
