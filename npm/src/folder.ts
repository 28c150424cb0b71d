import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { PackStorage } from "./storage.js";

/** Keeps files in a folder; each is written beside its place and moved there. */
export function folderStorage(folder: string): PackStorage {
  return {
    async load() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return [];
        throw error;
      });
      const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".new"));
      return Promise.all(
        files.map(async (entry) => {
          const path = join(entry.parentPath ?? entry.path, entry.name);
          return [relative(folder, path).split(sep).join("/"), new Uint8Array(await readFile(path))] as const;
        }),
      );
    },
    async save(changes) {
      for (const [name, bytes] of changes) {
        const path = join(folder, ...name.split("/"));
        if (bytes === undefined) await rm(path, { force: true });
        else {
          await mkdir(dirname(path), { recursive: true });
          await writeFile(`${path}.new`, bytes);
          await rename(`${path}.new`, path);
        }
      }
    },
  };
}
