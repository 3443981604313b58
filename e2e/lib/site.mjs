// Serves a folder on a free port of this machine, as a plain static host would.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pack": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The file a request asks for, or null if there is none inside the folder. */
async function fileFor(folder, path) {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  const facts = await stat(file).catch(() => null);
  if (facts?.isDirectory()) return fileFor(folder, join(path, "index.html"));
  return facts ? { file, size: facts.size } : null;
}

/** Where visits copy what they paste: on another page, as readers do. */
export const ELSEWHERE = "/elsewhere";
const EMPTY = `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">`;

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Gives a file's bytes as brotli; a file is compressed once. */
function compressor() {
  const done = new Map();
  const compress = async (file) => promisify(brotliCompress)(await readFile(file), QUALITY);
  return (file) => {
    if (!done.has(file)) done.set(file, compress(file));
    return done.get(file);
  };
}

/**
 * Starts the server; gives its origin and a way to stop it. `headers` go with every answer; `compressed` sends everything
 * as brotli, as hosts do: that takes seconds at the first request, so that only those who ask for it pay. `port` is any free one if left
 * out. It has an empty page more, ELSEWHERE.
 */
export async function serveFolder(folder, headers = {}, { compressed = false, port = 0 } = {}) {
  const root = resolve(folder);
  const brotli = compressor();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://127.0.0.1").pathname;
    if (path === ELSEWHERE) {
      response.writeHead(200, { "content-type": TYPES[".html"] }).end(EMPTY);
      return;
    }
    const found = await fileFor(root, path).catch(() => null);
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" }).end(`no ${path} in the site`);
      return;
    }
    const type = TYPES[extname(found.file)] ?? "application/octet-stream";
    const bytes = compressed && (await brotli(found.file));
    const size = bytes ? { "content-length": bytes.length, "content-encoding": "br" } : { "content-length": found.size };
    response.writeHead(200, { "content-type": type, ...size, "cache-control": "no-cache", ...headers });
    if (request.method === "HEAD") response.end();
    else if (bytes) response.end(bytes);
    else createReadStream(found.file).pipe(response);
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}
