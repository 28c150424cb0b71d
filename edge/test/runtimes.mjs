// Starts the handler on a runtime, as the readme says, in a folder where the packed packages are installed.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const root = process.env.ZHUNZE_ROOT;
export const RUNTIMES = ["node", "deno", "bun", "workerd"];
const tools = join(root, "edge/node_modules");

/** The program itself, not the script in `.bin` that starts it: what is started must be what is ended. */
function program(name) {
  if (name === "node") return process.execPath;
  const { platform, arch } = process;
  const places = {
    deno: ["deno/deno", `@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}/deno`],
    bun: ["bun/bin/bun.exe", `@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}/bin/bun`],
    workerd: [`@cloudflare/workerd-${platform}-${arch === "x64" ? "64" : arch}/bin/workerd`, "workerd/bin/workerd"],
  };
  const found = places[name].map((place) => join(tools, place)).find(existsSync);
  if (found === undefined) throw new Error(`${name} is not in edge/node_modules`);
  return found;
}

/** How to start each; `main` is one line: `import "zhunze-edge/…"`. */
function command(name, { port, packs }) {
  const main = `${name}.main.mjs`;
  if (name !== "workerd") writeFileSync(main, `import "zhunze-edge/${name}";\n`);
  if (name === "node") return [main];
  if (name === "deno") {
    return ["run", "--no-prompt", "--cached-only", `--allow-net=127.0.0.1:${port}`, "--allow-read=.", "--allow-env", main];
  }
  if (name === "bun") return ["--no-install", main];
  if (!existsSync("worker.js")) {
    const bundle = ["--bundle", "--format=esm", "--target=es2022", "--conditions=workerd", "--external:*.wasm", "--external:*.zzb"];
    execFileSync(join(tools, "esbuild/bin/esbuild"), ["node_modules/zhunze-edge/dist/worker.js", ...bundle, "--outfile=worker.js", "--log-level=error"]);
    copyFileSync(join(root, "edge/workerd.capnp"), "workerd.capnp");
  }
  const place = packs === undefined ? [] : [`--external-addr=packs=${new URL(packs).host}`];
  return ["serve", "workerd.capnp", `--socket-addr=http=127.0.0.1:${port}`, ...place];
}

export async function freePort() {
  const server = createSocketServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a runtime; resolves once it has answered `until`, by default the packs. */
export async function start(name, { packs, unsigned = packs !== undefined, limit, refresh, env: more = {}, until = (url) => fetch(`${url}/packs`) } = {}) {
  const port = await freePort();
  const arguments_ = command(name, { port, packs });
  const env = {
    PATH: process.env.PATH,
    HOME: resolve("home"),
    DENO_DIR: resolve("home/deno"),
    DENO_NO_UPDATE_CHECK: "1",
    DO_NOT_TRACK: "1",
    PORT: String(port),
    ...more,
    ...(packs && { ZHUNZE_PACKS: packs }),
    ...(unsigned && { ZHUNZE_ALLOW_UNSIGNED: "1" }),
    ...(limit && { ZHUNZE_LIMIT: String(limit) }),
    ...(refresh && { ZHUNZE_REFRESH: String(refresh) }),
  };
  const begun = performance.now();
  const child = spawn(program(name), arguments_, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const pipe of [child.stdout, child.stderr]) pipe.setEncoding("utf8").on("data", (text) => (said += text));
  const ended = new Promise((done) => child.once("close", (code, signal) => done({ code, signal })));
  const server = {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    ended,
    took: 0,
    said: () => said,
    end(signal = "SIGKILL") {
      child.kill(signal);
      return ended;
    },
  };
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}:\n${said}`);
    const response = await until(server.url).catch(() => undefined);
    if (response?.ok) {
      await response.arrayBuffer();
      server.took = performance.now() - begun;
      return server;
    }
    if (performance.now() - begun > 30_000) {
      await server.end();
      throw new Error(`${name} does not answer:\n${said}`);
    }
    await sleep(2);
  }
}

/** A place that packs can be put in: a file, or for workerd, which has none, a server with ETags. */
export async function shelf(name, bytes) {
  if (name !== "workerd") {
    mkdirSync("shelf", { recursive: true });
    const file = resolve(`shelf/${name}.zzb`);
    const put = (bytes) => {
      writeFileSync(`${file}.new`, bytes);
      renameSync(`${file}.new`, file);
    };
    put(bytes);
    return { packs: file, put, close() {}, unchanged: () => undefined };
  }
  let current = { bytes, tag: '"0"' };
  let unchanged = 0;
  const server = createServer((request, response) => {
    const same = request.headers["if-none-match"] === current.tag;
    if (same) unchanged++;
    response.writeHead(same ? 304 : 200, { etag: current.tag });
    response.end(same ? undefined : current.bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  let puts = 0;
  return {
    packs: `http://127.0.0.1:${server.address().port}/cn.zzb`,
    put: (bytes) => (current = { bytes, tag: `"${++puts}"` }),
    close() {
      server.closeAllConnections();
      server.close();
    },
    unchanged: () => unchanged,
  };
}

export const listing = readFileSync(join(root, "examples/listing.json"));

/** What the command line prints, whatever its exit status. */
export function cli(...arguments_) {
  try {
    return execFileSync(process.env.ZHUNZE_CLI, arguments_, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  } catch (failed) {
    return failed.stdout;
  }
}
