// Starts the page that is one file: its parts lie in the page itself, as packed.js has it, and nothing is ever fetched.
// make.mjs puts packed.js before this.

/** A part as it lies in the page; it is not needed there any more. */
function taken(id) {
  const part = document.getElementById(id);
  part.remove();
  return part.textContent;
}

const address = (...parts) => URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));

/** A worker that has its WebAssembly inside: pages from a disk may load no other file. */
async function workerAddress(name) {
  const tools = `const ESCAPED = ${JSON.stringify(ESCAPED)};\n${unpacked}\n${inflated}\n`;
  const code = taken(`${name}.wasm`);
  const start = `\ninflated(${JSON.stringify(code)}).then((code) => wasm_bindgen({ module_or_path: code }));\n`;
  return address(tools, await inflated(taken(`${name}.js`)), start);
}

try {
  // www/src/places.rs asks here.
  const [worker, saver] = await Promise.all(["worker", "saver"].map(workerAddress));
  globalThis.whosaidPlaces = { "worker_loader.js": worker, "saver_loader.js": saver };

  // Taken now: the page empties the body when it is drawn.
  const compressed = taken("pack");
  let pack;
  globalThis.whosaidPack = async () => new Response(await (pack ??= inflated(compressed)));

  const [module, code] = await Promise.all([inflated(taken("app.js")), inflated(taken("app.wasm"))]);
  const { default: init } = await import(address(module));
  await init({ module_or_path: code });
} catch (error) {
  console.error(error);
  const line = document.getElementById("waiting");
  if (line) line.textContent = "The page could not start in this browser. A current version of Firefox, Chrome, Edge or Safari should do.";
}
