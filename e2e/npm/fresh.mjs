// The package as somebody else has it: packed, and installed into an empty folder.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What `cargo xtask package` made. */
export const made = resolve(process.env.WHOSAID_NPM ?? "packages/npm");
const folders = resolve(process.env.WHOSAID_FRESH ?? "target/npm-test");

const npm = (folder, ...args) => execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** An empty folder with a package.json, and the packed package installed. Nothing is fetched: it depends on nothing. */
export function freshFolder(name) {
  const folder = join(folders, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  npm(made, "pack", "--pack-destination", folder, "--loglevel=error");
  const archive = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "fresh", private: true, type: "module" }));
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", `./${archive}`);
  return folder;
}

/** The examples of npm/README.md: blocks of code with a name after the language, ```js analyze.mjs. */
export function examples(readme) {
  return new Map([...readme.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name, code]) => [name, code]));
}
