// The packed packages, installed as a user would, served by each runtime.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Engine } from "zhunze";
import { publisher } from "./publisher.mjs";
import { cli, listing, root, RUNTIMES, shelf, start } from "./runtimes.mjs";

const DATES = ["--as-of", "2026-11-21", "--on", "2026-11-21"];
const QUERY = "as_of=2026-11-21&on=2026-11-21";
const LIMIT = 256 * 1024;
const all = readFileSync("node_modules/zhunze/dist/cn.zzb");
const bundle = resolve("node_modules/zhunze/dist/cn.zzb");
// Other packs: some of the built-in ones.
for (const name of ["cn.text", "cn.facts", "cn.advertising"]) cpSync(join(root, "packs", name), join("some", name), { recursive: true });
execFileSync(process.env.ZHUNZE_CLI, ["build", "some", "--lean", "-o", "some.zzb"], { stdio: ["ignore", "ignore", "inherit"] });
const some = readFileSync("some.zzb");
const digests = async (bytes) => JSON.stringify((await Engine.fromPacks(bytes, { allowUnsigned: true })).packs().map(({ digest }) => digest));

for (const name of RUNTIMES) {
  describe(name, () => {
    let server;
    before(async () => {
      server = await start(name, { limit: LIMIT });
    });
    after(() => server?.end());

    const post = (body, { query = QUERY, type = "application/json", ...rest } = {}) =>
      fetch(`${server.url}/check?${query}`, { method: "POST", body, headers: { "content-type": type }, ...rest });
    const refused = async (response, status, code) => {
      assert.equal(response.status, status);
      assert.equal(response.headers.get("content-type"), "application/json");
      const { error } = await response.json();
      assert.equal(error.code, code);
      assert.ok(error.message.zh && error.message.en);
      return error;
    };

    test("answers the very bytes that the command line prints", async () => {
      for (const detail of ["decision", "findings", "all"]) {
        const response = await post(listing, { query: `${QUERY}&scope=all&detail=${detail}` });
        assert.equal(response.status, 200);
        assert.equal(response.headers.get("content-type"), "application/json");
        const printed = cli("check", join(root, "examples/listing.json"), ...DATES, "--detail", detail, "--format", "json", "--pack", bundle);
        assert.equal(`${await response.text()}\n`, printed.toString());
      }
    });

    test("checks a batch, line by line", async () => {
      const lines = `${JSON.stringify(JSON.parse(listing))}\n{"kind":"listing","title":5}\nno JSON\n`;
      writeFileSync("lines.ndjson", lines);
      const response = await post(lines, { type: "application/x-ndjson" });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("content-type"), "application/x-ndjson");
      assert.equal(await response.text(), cli("batch", "lines.ndjson", ...DATES, "--pack", bundle).toString());
    });

    test("says which packs are in use", async () => {
      const { packs } = await (await fetch(`${server.url}/packs`)).json();
      assert.equal(JSON.stringify(packs.map(({ digest }) => digest)), await digests(all));
    });

    test("refuses a bad body with everything that is wrong in it", async () => {
      const broken = await refused(await post('{"kind": "listing",'), 400, "json");
      assert.match(broken.message.en, /line 1 column 19/);
      await refused(await post(new Uint8Array([0x22, 0xff, 0x22])), 400, "json");
      await refused(await post(""), 400, "json");
      const { details } = await refused(await post('{"kind": "listing", "title": 5, "stock": "many"}'), 400, "input");
      assert.deepEqual(details.map(({ path }) => path).sort(), ["/stock", "/title"]);
      assert.ok(details.every(({ message }) => message.zh && message.en));
    });

    test("refuses options, types, methods and paths that it does not know", async () => {
      await refused(await post(listing, { query: "as_of=yesterday" }), 400, "options");
      await refused(await post(listing, { query: "asof=2026-11-21" }), 400, "options");
      await refused(await post(listing, { type: "text/plain" }), 415, "type");
      await refused(await post(listing, { type: "application/json; charset=gbk" }), 415, "type");
      await refused(await post(listing, { headers: { "content-type": "application/json", "content-encoding": "gzip" } }), 415, "type");
      for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
        const response = await fetch(`${server.url}/check`, { method });
        assert.equal(response.headers.get("allow"), "POST");
        await refused(response, 405, "method");
      }
      await refused(await fetch(`${server.url}/packs`, { method: "POST", body: "{}" }), 405, "method");
      await refused(await fetch(`${server.url}/`), 404, "path");
      await refused(await fetch(`${server.url}/check/`, { method: "POST", body: "{}" }), 404, "path");
    });

    test("takes a body of the limit and no byte more", async () => {
      const full = JSON.stringify({ kind: "listing", title: "" });
      const sized = (size) => full.replace('""', `"${" ".repeat(size - full.length)}"`);
      assert.equal((await post(sized(LIMIT))).status, 200);
      await refused(await post(sized(LIMIT + 1)), 413, "size");
    });

    test("stops reading at the limit, announced or not", async () => {
      for (const headers of [{ "content-length": 1 << 30 }, { "transfer-encoding": "chunked" }]) {
        await refused(await endless(server.port, headers, { pause: 5, most: 2 * LIMIT }), 413, "size");
        // Under a sender that never pauses, runtimes may close the connection before it reads the answer; the one on Node waits.
        const flooded = endless(server.port, headers, { most: 32 << 20 });
        if (name === "node") await refused(await flooded, 413, "size");
        else await flooded.catch(({ code }) => assert.ok(["EPIPE", "ECONNRESET"].includes(code), code));
      }
      assert.equal((await post(listing)).status, 200);
    });

    test("outlives senders that go away", async () => {
      for (let i = 0; i < 5; i++) {
        const socket = connect(server.port, "127.0.0.1");
        await new Promise((done) =>
          socket.write("POST /check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{", done),
        );
        await sleep(10);
        socket.destroy();
      }
      assert.equal((await post(listing)).status, 200);
    });

    test("swaps packs while requests run", async () => {
      const place = await shelf(name, all);
      const swapping = await start(name, { packs: place.packs, refresh: 0.02 });
      try {
        const known = { [await digests(all)]: "all", [await digests(some)]: "some" };
        const wrong = [];
        const seen = { all: 0, some: 0 };
        const ask = async () => {
          const response = await fetch(`${swapping.url}/check?${QUERY}`, { method: "POST", body: listing, headers: { "content-type": "application/json" } });
          const report = await response.json();
          const packs = known[JSON.stringify(report.packs?.map(({ digest }) => digest))];
          if (response.status !== 200 || packs === undefined) wrong.push(report);
          else seen[packs]++;
          return packs;
        };
        let asking = true;
        const askers = Array.from({ length: 4 }, async () => {
          while (asking) await ask();
        });
        const until = async (packs) => {
          for (let i = 0; (await ask()) !== packs; i++) assert.ok(i < 500, `${packs} were never taken`);
        };
        for (let round = 0; round < 3; round++) {
          place.put(some);
          await until("some");
          place.put(all);
          await until("all");
        }
        // What is no pack is not taken, and the next that is one is.
        place.put(all.subarray(0, all.length / 2));
        await sleep(100);
        assert.equal(await ask(), "all");
        place.put(some);
        await until("some");
        asking = false;
        await Promise.all(askers);
        assert.deepEqual(wrong, []);
        assert.ok(seen.all > 0 && seen.some > 0);
        assert.match(swapping.said(), /new packs were not taken/);
        await sleep(50);
        await ask();
        assert.ok(place.unchanged() !== 0, "packs are asked for by their tag");
      } finally {
        await swapping.end();
        place.close();
      }
    });

    for (const [what, bytes, unsigned] of [
      ["without the packs it was told to serve", Buffer.from("no packs"), true],
      ["packs that nobody signed, unless it is told to", some, false],
    ])
    test(`does not serve ${what}`, async () => {
      const place = await shelf(name, bytes);
      const until = async (url) => {
        const response = await fetch(`${url}/packs`);
        return { ok: response.status === 503, arrayBuffer: () => response.arrayBuffer() };
      };
      try {
        // workerd starts before it fetches; the others do not start.
        if (name === "workerd") await (await start(name, { packs: place.packs, unsigned, until })).end();
        else await assert.rejects(start(name, { packs: place.packs, unsigned }), /ended with 1/);
      } finally {
        place.close();
      }
    });

    test("ends when it is told to", async () => {
      const told = await start(name);
      const { code, signal } = await told.end("SIGTERM");
      assert.ok(code === 0 || (name === "workerd" && signal === "SIGTERM"), `${code} ${signal}`);
    });
  });
}

test("Node serves the packs of a signed repository, and without a connection those that it kept", async () => {
  // The server trusts by the machine's clock.
  const { file, end } = publisher(new Date().toISOString().slice(0, 10));
  const site = createServer((request, response) => {
    const path = file(`site${request.url}`);
    if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  });
  await new Promise((done) => site.listen(0, "127.0.0.1", done));
  const packs = `http://127.0.0.1:${site.address().port}`;
  const signed = { packs, unsigned: false, env: { ZHUNZE_ROOT: file("root.json"), ZHUNZE_KEEP: file("kept") } };
  try {
    for (const connected of [true, false]) {
      const server = await start("node", signed);
      const { packs } = await (await fetch(`${server.url}/packs`)).json();
      assert.ok(packs.some(({ id }) => id === "shop.rules"), `connected: ${connected}`);
      await server.end();
      site.closeAllConnections();
      site.close();
    }
  } finally {
    end();
  }
});

/** Sends a body without end until there is an answer, or until more was taken than the system holds for both sides. */
function endless(port, headers, { pause, most }) {
  return new Promise((done, fail) => {
    const chunk = Buffer.alloc(32 * 1024, 0x20);
    const type = { "content-type": "application/json" };
    const sending = request({ port, host: "127.0.0.1", method: "POST", path: "/check", agent: false, headers: { ...type, ...headers } });
    let answered = false;
    let sent = 0;
    const send = async () => {
      while (!answered) {
        sent += chunk.length;
        if (sent > most) return sending.destroy(new Error(`${sent} bytes were taken`));
        if (!sending.write(chunk)) await new Promise((drained) => sending.once("drain", drained));
        if (pause) await sleep(pause);
      }
    };
    sending.on("response", async (response) => {
      answered = true;
      const body = Buffer.concat(await response.toArray());
      sending.destroy();
      done(new Response(body, { status: response.statusCode, headers: { "content-type": response.headers["content-type"] } }));
    });
    sending.on("error", (error) => answered || fail(error));
    send();
  });
}
