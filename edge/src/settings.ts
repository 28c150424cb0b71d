import { readFile, stat } from "node:fs/promises";
import { env } from "node:process";
import { Engine } from "zhunze";
import { handler, type Handler } from "./handler.js";
import { builtIn, fromUrl, Packs, type Source } from "./packs.js";

/** A bundle in a file. Put new ones in its place by renaming: a file that is half written is refused, and read again later. */
export function fromFile(path: string): Source {
  return async (tag) => {
    const { mtimeMs, size, ino } = await stat(path);
    const found = `${mtimeMs} ${size} ${ino}`;
    return found === tag ? undefined : { engine: await Engine.fromPacks(await readFile(path)), tag: found };
  };
}

/** What Node, Deno and Bun need to serve, from the environment. Packs that cannot be loaded keep the server from starting. */
export async function settings(): Promise<{ hostname: string; port: number; handle: Handler }> {
  const from = env["ZHUNZE_PACKS"];
  const source = from === undefined ? builtIn : /^https?:/.test(from) ? fromUrl(from) : fromFile(from);
  const packs = new Packs(source, { every: 1000 * number("ZHUNZE_REFRESH", 5) });
  await packs.ready();
  return {
    hostname: env["HOST"] ?? "127.0.0.1",
    port: number("PORT", 8080),
    handle: handler({ packs, limit: number("ZHUNZE_LIMIT", 1 << 20) }),
  };
}

function number(name: string, otherwise: number): number {
  const value = Number(env[name] ?? otherwise);
  if (!(value >= 0)) throw new Error(`${name} is not a number: ${env[name]}`);
  return value;
}
