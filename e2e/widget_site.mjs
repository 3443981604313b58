// The site that the flows of the element visit: its folder as others serve it, and the example of React, built.
//
//     node e2e/widget_site.mjs [packages] [target/widget-site]

import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const [packages, site] = ["packages", "target/widget-site"].map((usual, at) => resolve(process.argv[at + 2] ?? join(project, usual)));
const { resolve: find } = createRequire(import.meta.url);

rmSync(site, { recursive: true, force: true });
cpSync(join(packages, "widget"), site, { recursive: true });
await build({
  root: join(project, "widget/examples/react"),
  base: "./",
  configFile: false,
  logLevel: "error",
  build: { outDir: join(site, "examples/react"), emptyOutDir: true },
  // As if they were installed beside the example.
  resolve: {
    alias: [
      { find: "whosaid/who-said.js", replacement: join(packages, "npm/who-said.js") },
      ...["react-dom/client", "react/jsx-runtime", "react/jsx-dev-runtime", "react-dom", "react"].map((name) => ({ find: new RegExp(`^${name}$`), replacement: find(name) })),
    ],
  },
});
