// Starts the worker in a browser, also where the package comes from another place than the page.

/** @typedef {import("./analyzer.js").Running} Running */

/** @type {import("./analyzer.js").Start} */
export const browserWorker = (heard, broke) => {
  if (typeof Worker !== "function") {
    broke("notSupported", "there are no workers here");
    return { post: () => {}, end: () => {}, hold: () => {} };
  }
  let isReady = false;
  /** @type {import("./answer.js").Request[]} */
  const waiting = [];
  /** @type {Worker | undefined} */
  let worker;
  /** @type {string | undefined} */
  let blob;

  const forget = () => {
    if (blob) URL.revokeObjectURL(blob);
    blob = undefined;
  };
  /** @param {Worker} started */
  const watch = (started) => {
    worker = started;
    started.onmessage = ({ data }) => {
      if (data !== "ready") return heard(data);
      isReady = true;
      forget();
      for (const request of waiting.splice(0)) started.postMessage(request);
    };
    started.onerror = (event) => {
      event.preventDefault();
      forget();
      if (isReady) broke("failed", event.message || "the worker broke");
      else broke("workerBlocked", "the worker cannot be started: its file is missing, or the Content-Security-Policy forbids it");
    };
    started.onmessageerror = () => broke("failed", "an answer of the worker cannot be read");
  };

  try {
    // In these words, which bundlers know.
    watch(new Worker(new URL("./worker.js", import.meta.url), { type: "module" }));
  } catch {
    // Workers start from the page's own place only. One that begins as a line of ours may import from anywhere.
    const place = import.meta.url.replace(/[^/]*$/, "worker.js");
    blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(place)};`], { type: "text/javascript" }));
    try {
      watch(new Worker(blob, { type: "module" }));
    } catch (error) {
      forget();
      broke("workerBlocked", /** @type {Error} */ (error).message);
    }
  }
  return {
    post: (request) => (isReady ? worker?.postMessage(request) : void waiting.push(request)),
    end() {
      forget();
      worker?.terminate();
    },
    hold: () => {},
  };
};
