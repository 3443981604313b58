// The worker of Node.

import { parentPort } from "node:worker_threads";
import { answerer } from "./answer.js";
import { loadPack, loadWasm } from "./node_files.js";
import { inParts } from "./parts.js";

const answer = answerer({ loadPack, loadWasm });

parentPort?.on("message", async (request) => {
  for (const message of inParts(await answer(request))) parentPort?.postMessage(message);
});
parentPort?.postMessage("ready");
