// Long work in short pieces, so that the page answers in between.

/** The longest piece, in milliseconds. The page has work of its own in the same task. */
const PIECE = 12;

/** Lets the page do what waits. */
export const pause = () => {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (/** @type {unknown} */ (globalThis));
  return scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done));
};

/**
 * Goes through all, and stops where it is told to.
 *
 * @template T
 * @param {Iterable<T>} all
 * @param {(one: T) => void} act
 * @param {AbortSignal} signal
 */
export async function inPieces(all, act, signal) {
  await pause();
  signal.throwIfAborted();
  let begin = performance.now();
  for (const one of all) {
    act(one);
    if (performance.now() - begin < PIECE) continue;
    await pause();
    signal.throwIfAborted();
    begin = performance.now();
  }
}
