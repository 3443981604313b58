// Long answers in parts. A message is read in one task of the page's thread, and the Document of 50,000 words took 50 ms.

/**
 * @typedef {import("./answer.js").Answer} Answer
 * @typedef {{ id: number, column: string[], rows: unknown[] }} Part rows of a column of the answer to come, named from outside to inside
 */

/** The most rows of a message. */
const ROWS = 1000;

/**
 * The messages that an answer is sent in: parts, then what is left of it. The long columns of the answer that is given are empty afterwards.
 *
 * @param {Answer} answer
 * @returns {Generator<Part | Answer>}
 */
export function* inParts(answer) {
  if ("result" in answer) {
    for (const [column, rows] of longColumns(answer.result, [])) {
      for (let at = 0; at < rows.length; at += ROWS) yield { id: answer.id, column, rows: rows.slice(at, at + ROWS) };
      rows.length = 0;
    }
  }
  yield answer;
}

/**
 * Puts parts back into the result that they came before.
 *
 * @param {any} result
 * @param {Part[]} parts in the order in which they came
 */
export function joined(result, parts) {
  for (const { column, rows } of parts) column.reduce((at, name) => at[name], result).push(...rows);
  return result;
}

/**
 * Lists above that length in a record and in the records that it holds.
 *
 * @param {object} record
 * @param {string[]} path
 * @returns {[string[], unknown[]][]}
 */
function longColumns(record, path) {
  return Object.entries(record).flatMap(([name, value]) => {
    const column = [...path, name];
    if (Array.isArray(value)) return value.length > ROWS ? [[column, value]] : [];
    return value && typeof value === "object" ? longColumns(value, column) : [];
  });
}
