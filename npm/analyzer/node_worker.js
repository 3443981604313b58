// The worker of Node.

import { parentPort } from "node:worker_threads";
import { answerer } from "./answer.js";
import { loadPack, loadWasm } from "./node_files.js";

const answer = answerer({ loadPack, loadWasm });

parentPort?.on("message", async (request) => {
  parentPort?.postMessage(await answer(request));
});
parentPort?.postMessage("ready");
