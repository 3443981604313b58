// What can go wrong, each with a code that stays the same from version to version.

/**
 * Codes of this package. The core has more: `tooLarge`, `badOptions`, `badDocument`, `badCorrections`, and those of damaged or foreign
 * packs, which begin with `model`.
 *
 * @typedef {"packMissing" | "wasmMissing" | "wasmForbidden" | "notSupported" | "workerBlocked" | "stopped" | "closed" | "failed"} OwnCode
 */

/** An error with a stable `code`. */
export class WhosaidError extends Error {
  /**
   * @param {OwnCode | (string & {})} code what programs look at
   * @param {string} message what people read
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "WhosaidError";
    /** What went wrong, for programs. */
    this.code = code;
  }

  /**
   * Any error as one with a code. The core's have one already.
   *
   * @param {unknown} error
   * @param {OwnCode} code the code of those that have none
   * @returns {WhosaidError}
   */
  static from(error, code) {
    if (error instanceof WhosaidError) return error;
    const { code: own, message } = /** @type {{ code?: unknown, message?: unknown }} */ (error ?? {});
    return new WhosaidError(typeof own === "string" ? own : code, String(message ?? error), { cause: error });
  }
}
