// The analyzer that callers hold: requests wait their turn, and one that is stopped ends its worker.

import { WhosaidError } from "./errors.js";
import { joined } from "./parts.js";

/**
 * @typedef {import("../wasm/whosaid_bindings.js").Document} Document
 * @typedef {import("../wasm/whosaid_bindings.js").Corrected} Corrected
 * @typedef {import("./answer.js").Request} Request
 * @typedef {import("./answer.js").Answer} Answer
 * @typedef {import("./answer.js").Source} Source
 * @typedef {import("./parts.js").Part} Part
 *
 * @typedef {object} AnalyzerOptions
 * @property {string | URL} [packUrl] another pack of models than this package's
 * @property {Uint8Array} [pack] the bytes of a pack; nothing is fetched then
 * @property {boolean} [worker] whether a worker does the work, `true` if left out; without one the page stands still meanwhile, and what runs cannot be stopped
 * @property {AbortSignal} [signal] stops the opening; later it does nothing
 *
 * @typedef {object} OwnOptions
 * @property {AbortSignal} [signal] stops this analysis
 * @property {readonly ("tokens" | "sentences")[]} [leaveOut] columns that are not needed and stay empty: a long text's come sooner without
 *
 * @typedef {import("../wasm/whosaid_bindings.js").AnalyzeOptions & OwnOptions} AnalyzeOptions
 *
 * @typedef {object} Running a worker, or something like one
 * @property {(request: Request) => void} post
 * @property {() => void} end
 * @property {(isBusy: boolean) => void} hold whether it keeps the program from ending
 *
 * @typedef {(heard: (answer: Part | Answer | "ready") => void, broke: (code: import("./errors.js").OwnCode, message: string) => void) => Running} Start
 * @typedef {{ worker: Start, here: () => Promise<(request: Request) => Promise<Answer>> }} Places
 *
 * @typedef {object} Job
 * @property {(id: number) => Request} request
 * @property {(result: any) => void} done
 * @property {(error: unknown) => void} failed
 */

/** Analyses texts one after the other. */
export class Analyzer {
  /** Name and version of the models. */
  model = "";
  /** Version of the analyzer. */
  version = "";

  /** @type {Source} */
  #source;
  /** @type {Start} */
  #start;
  /** @type {Running | undefined} */
  #running;
  /** The one that is worked on, and what has come of its answer.
   * @type {{ id: number, job: Job, parts: Part[] } | undefined} */
  #current;
  /** @type {Job[]} */
  #waiting = [];
  #last = 0;
  #isClosed = false;

  /**
   * @param {Source} source
   * @param {Start} start
   * @internal
   */
  constructor(source, start) {
    this.#source = source;
    this.#start = start;
  }

  /**
   * Analyses one text and gives its Document.
   *
   * @param {string} text plain text or HTML
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<Document>}
   */
  async analyze(text, { signal, leaveOut, ...options } = {}) {
    return this.#ask((id) => ({ id, analyze: text, options, leaveOut }), signal);
  }

  /** Ends the worker. What was asked for and is not done fails with `closed`. */
  close() {
    this.#isClosed = true;
    this.#fail(new WhosaidError("closed", "the analyzer was closed"));
  }

  /**
   * @param {AbortSignal} [signal]
   * @internal
   */
  async open(signal) {
    const { model, version } = await this.#ask((id) => ({ id, open: this.#source }), signal);
    this.model = model;
    this.version = version;
  }

  /**
   * @param {(id: number) => Request} request
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  #ask(request, signal) {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new WhosaidError("closed", "the analyzer was closed");
      signal?.throwIfAborted();
      const stop = () => this.#stop(job, signal?.reason);
      const forget = () => signal?.removeEventListener("abort", stop);
      /** @type {Job} */
      const job = {
        request,
        done: (result) => (forget(), resolve(result)),
        failed: (error) => (forget(), reject(error)),
      };
      signal?.addEventListener("abort", stop, { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  #next() {
    if (this.#current || this.#isClosed) return;
    const job = this.#waiting.shift();
    if (!job) return this.#running?.hold(false);
    try {
      // After one that was stopped the worker is a new one and has no pack.
      if (!this.#running) this.#restart(job);
      else this.#send(job);
    } catch (error) {
      this.#current = undefined;
      job.failed(WhosaidError.from(error, "failed"));
      this.#next();
    }
  }

  /** @param {Job} job */
  #restart(job) {
    /** @type {Running} */
    const running = this.#start(
      (answer) => (answer === "ready" || this.#running !== running ? undefined : this.#heard(answer)),
      // Later, when the one that starts it knows it.
      (code, message) => queueMicrotask(() => this.#running === running && this.#fail(new WhosaidError(code, message))),
    );
    this.#running = running;
    if ("open" in job.request(0)) return this.#send(job);
    this.#waiting.unshift(job);
    this.#send({
      request: (id) => ({ id, open: this.#source }),
      done: () => {},
      failed: (error) => this.#fail(WhosaidError.from(error, "failed")),
    });
  }

  /** @param {Job} job */
  #send(job) {
    this.#current = { id: ++this.#last, job, parts: [] };
    this.#running?.hold(true);
    this.#running?.post(job.request(this.#current.id));
  }

  /** @param {Part | Answer} answer */
  #heard(answer) {
    if (answer.id !== this.#current?.id) return;
    const { job, parts } = this.#current;
    if ("rows" in answer) return void parts.push(answer);
    this.#current = undefined;
    if ("error" in answer) job.failed(new WhosaidError(answer.error.code, answer.error.message));
    else job.done(joined(answer.result, parts));
    this.#next();
  }

  /**
   * One that waits is taken out; one that runs ends its worker, and the next begins with another.
   *
   * @param {Job} job
   * @param {unknown} reason
   */
  #stop(job, reason) {
    const at = this.#waiting.indexOf(job);
    if (at >= 0) this.#waiting.splice(at, 1);
    if (this.#current?.job === job) this.#end();
    job.failed(reason);
    this.#next();
  }

  #end() {
    this.#running?.end();
    this.#running = undefined;
    this.#current = undefined;
  }

  /** @param {WhosaidError} error */
  #fail(error) {
    const jobs = [...(this.#current ? [this.#current.job] : []), ...this.#waiting.splice(0)];
    this.#end();
    for (const job of jobs) job.failed(error);
  }
}

/**
 * @param {AnalyzerOptions & { packUrl?: string }} options
 * @param {Places} places
 * @returns {Promise<Analyzer>}
 */
export async function open({ pack, packUrl, worker = true, signal }, { worker: start, here }) {
  const analyzer = new Analyzer({ pack, packUrl }, worker ? start : inThisThread(here));
  try {
    await analyzer.open(signal);
  } catch (error) {
    analyzer.close();
    throw error;
  }
  return analyzer;
}

/**
 * @param {Places["here"]} here
 * @returns {Start}
 */
const inThisThread = (here) => (heard) => {
  const answer = here();
  return { post: (request) => void answer.then((give) => give(request)).then(heard), end: () => {}, hold: () => {} };
};
