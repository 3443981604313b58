// Starts the page. The build fills in the addresses of the module and its WebAssembly on the script element.
//
// In turn: what index.html says, and that painted; then the page's own code and its WebAssembly, together. The worker and the
// pack wait until the page is drawn (www/src/analyzer.rs): earlier they would take line and processor from the paste area, for
// which a reader waits.

const { module, wasm } = document.querySelector("script[data-module]").dataset;
const at = (address) => new URL(address, document.baseURI);

/** While it comes; `init` copes with a host that names its type wrongly. */
function compiled(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${answer.statusText}`);
  return answer.headers.get("content-type") === "application/wasm" ? WebAssembly.compileStreaming(answer) : answer;
}

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
  const [{ default: init }, code] = await Promise.all([import(at(module)), fetch(at(wasm)).then(compiled)]);
  await init({ module_or_path: code });
} catch (error) {
  console.error(error);
  const line = document.getElementById("waiting");
  if (line) line.textContent = "The page could not start in this browser. A current version of Firefox, Chrome, Edge or Safari should do.";
}
