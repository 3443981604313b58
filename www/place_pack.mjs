// Trunk runs this after each build (Trunk.toml): puts models/en.pack beside the page under a name that changes with
// its content, so that no cache gives an old pack to a new page. www/build.rs makes the same name.

import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("trunk runs this; TRUNK_STAGING_DIR names the folder of the page");

const pack = fileURLToPath(new URL("../models/en.pack", import.meta.url));
// The checksum of the header, which holds the checksums of all sections: docs/PACK_FORMAT.md.
const checksum = (await readFile(pack)).readUInt32LE(16).toString(16).padStart(8, "0");
await copyFile(pack, join(staging, `en-${checksum}.pack`));
