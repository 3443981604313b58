// Finds a browser that is installed.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const runnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What the variable names if set, else the first of the names in PATH, else the first of the usual places. */
export function findProgram({ variable, names, places, advice }) {
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(runnable);
  if (!found) throw new Error(`${advice}, or name one in the variable ${variable}`);
  return found;
}
