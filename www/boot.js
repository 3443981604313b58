// Starts the page. The build fills in the addresses of the module, its WebAssembly and the model pack on the script element.
//
// In turn: what index.html says, and that painted; the page's own code and its WebAssembly, together; then the worker and
// the pack. Those would earlier take the line from the paste area, for which a reader waits; later, when that code runs, the
// line would have been idle while it was compiled. www/src/early.rs takes over what was begun.

const { module, wasm, pack } = document.querySelector("script[data-module]").dataset;
const at = (address) => new URL(address, document.baseURI);

function startEarly() {
  // The page's code was quicker, and has started them itself.
  if ("whosaidEarly" in globalThis) return;
  const early = { worker: new Worker(at("worker_loader.js")), heard: [], failed: false, pack: fetch(at(pack)) };
  early.worker.onmessage = ({ data }) => early.heard.push(data);
  early.worker.onerror = () => (early.failed = true);
  early.pack.catch(() => {}); // Told by the page, which awaits it too.
  globalThis.whosaidEarly = early;
}

function watch() {
  const { href } = at(wasm);
  const observer = new PerformanceObserver((entries) => {
    if (!entries.getEntries().some(({ name }) => name === href)) return;
    observer.disconnect();
    startEarly();
  });
  observer.observe({ type: "resource", buffered: true });
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
  watch();
  // Both at once; what waits for the bytes also copes with a host that names their type wrongly.
  const bytes = fetch(at(wasm));
  const { default: init } = await import(at(module));
  await init({ module_or_path: bytes });
} catch (error) {
  console.error(error);
  const line = document.getElementById("waiting");
  if (line) line.textContent = "The page could not start in this browser. A current version of Firefox, Chrome, Edge or Safari should do.";
}
