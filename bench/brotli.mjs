// How many bytes a server sends that compresses with brotli as well as it can.

import { brotliCompressSync, constants } from "node:zlib";

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

export const brotli = (bytes) => brotliCompressSync(bytes, options).length;
