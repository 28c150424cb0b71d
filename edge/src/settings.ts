import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { env } from "node:process";
import { Engine, type PackOptions } from "zhunze";
import { folderStorage, memoryStorage, PackStore } from "zhunze/store";
import { handler, type Handler } from "./handler.js";
import { allowed, builtIn, fromStore, fromUrl, Packs, type Source } from "./packs.js";

/** A bundle in a file. Put new ones in its place by renaming: a file that is half written is refused, and read again later. */
export function fromFile(path: string, options?: PackOptions): Source {
  return async (tag) => {
    const { mtimeMs, size, ino } = await stat(path);
    const found = `${mtimeMs} ${size} ${ino}`;
    return found === tag ? undefined : { engine: await Engine.fromPacks(await readFile(path), options), tag: found };
  };
}

/** What Node, Deno and Bun need to serve, from the environment. Packs that cannot be loaded keep the server from starting. */
export async function settings(): Promise<{ hostname: string; port: number; handle: Handler }> {
  const source = await packSource();
  const packs = new Packs(source, { every: 1000 * number("ZHUNZE_REFRESH", 5) });
  await packs.ready();
  return {
    hostname: env["HOST"] ?? "127.0.0.1",
    port: number("PORT", 8080),
    handle: handler({ packs, limit: number("ZHUNZE_LIMIT", 1 << 20) }),
  };
}

/** The built-in packs; a signed repository, where its root is given; or a bundle that the operator says to trust. */
async function packSource(): Promise<Source> {
  const [from, root, keep] = [env["ZHUNZE_PACKS"], env["ZHUNZE_ROOT"], env["ZHUNZE_KEEP"]];
  const allowUnsigned = allowed(env["ZHUNZE_ALLOW_UNSIGNED"]);
  if (from === undefined) return builtIn;
  if (root !== undefined) {
    const base = await readFile(createRequire(import.meta.url).resolve("zhunze/cn.zzb"));
    const storage = keep === undefined ? memoryStorage() : folderStorage(keep);
    return fromStore(await PackStore.open({ root: await readFile(root), url: from, base, storage }));
  }
  return /^https?:/.test(from) ? fromUrl(from, { allowUnsigned }) : fromFile(from, { allowUnsigned });
}

function number(name: string, otherwise: number): number {
  const value = Number(env[name] ?? otherwise);
  if (!(value >= 0)) throw new Error(`${name} is not a number: ${env[name]}`);
  return value;
}
