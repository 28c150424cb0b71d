// The handler and its packs by themselves, in Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Engine } from "zhunze";
import { memoryStorage, PackStore } from "zhunze/store";
import { builtIn, fromBytes, fromStore, fromUrl, handler, Packs } from "zhunze-edge";
import { NOW, publisher } from "./publisher.mjs";

const bytes = readFileSync("node_modules/zhunze/dist/cn.zzb");
const post = (body, query = "") =>
  new Request(`http://host/check${query}`, { method: "POST", body, headers: { "content-type": "application/json" }, duplex: "half" });

test("the operator's options hold for every check, and a query adds to them", async () => {
  const policy = { id: "lenient/1", block: [], otherwise: "pass", not_evaluated: "pass" };
  const check = handler({ packs: new Packs(builtIn), options: { policy, as_of: "2026-11-21" } });
  const report = await (await check(post('{"kind":"listing","title":"国家级面霜"}', "?on=2026-11-20&scope=text"))).json();
  assert.equal(report.policy, "lenient/1");
  assert.equal(report.decision, "pass");
  assert.equal(report.evaluated_on, "2026-11-21");
  assert.deepEqual(report.conduct, { from: "2026-11-20", to: "2026-11-20" });
  assert.deepEqual(report.scope, ["text"]);
});

test("not a chunk is asked for after the one that passes the limit", async () => {
  let asked = 0;
  let left = false;
  const body = new ReadableStream(
    {
      pull(controller) {
        asked++;
        controller.enqueue(new Uint8Array(1000));
      },
      cancel() {
        left = true;
      },
    },
    { highWaterMark: 0 },
  );
  const answer = await handler({ packs: new Packs(builtIn), limit: 4500 })(post(body));
  assert.equal(answer.status, 413);
  assert.equal(asked, 5);
  assert.ok(left);
});

test("a look that took long does not undo a later one", async () => {
  const looks = [
    async () => ({ engine: await Engine.fromPacks([]), tag: "1" }),
    () => sleep(60).then(async () => ({ engine: await Engine.fromPacks(bytes), tag: "2" })),
    async () => ({ engine: await Engine.fromPacks([]), tag: "3" }),
  ];
  const tags = [];
  const packs = new Packs((tag) => (tags.push(tag), looks.shift()()), { every: 0 });
  await packs.ready();
  const slow = packs.ready();
  await packs.ready();
  await slow;
  assert.deepEqual(packs.engine.packs(), []);
  assert.deepEqual(tags, [undefined, "1", "1"]);
});

test("packs that have gone leave the old ones in use, and it is said", async () => {
  const said = [];
  const looks = [async () => ({ engine: await Engine.fromPacks(bytes), tag: "1" }), () => Promise.reject(new Error("gone"))];
  const packs = new Packs(() => looks.shift()(), { every: 0, log: (message) => said.push(message) });
  const check = handler({ packs });
  for (let i = 0; i < 2; i++) assert.equal((await check(post('{"kind":"listing"}'))).status, 200);
  assert.equal(said.length, 1);
  assert.match(said[0], /gone/);
});

test("packs that nobody signed are taken only when the operator says so", async () => {
  const theirs = Buffer.concat([bytes, Buffer.alloc(1)]);
  const answers = { fetch: async () => new Response(theirs, { headers: { etag: '"1"' } }) };
  await assert.rejects(fromBytes(theirs)(), { name: "TrustError", reason: "unsigned" });
  await assert.rejects(fromUrl("http://packs/cn.zzb", {}, answers)(), { name: "TrustError", reason: "unsigned" });
  await assert.rejects(fromUrl("http://packs/cn.zzb", { allowUnsigned: true }, answers)(), { name: "PackError" });
});

test("packs of a signed repository are verified and swapped, and what is refused leaves them", async () => {
  const { file, publish, end } = publisher();
  let lie;
  const fetch = async (url) => {
    try {
      return new Response(lie ?? readFileSync(file(`site/${new URL(url).pathname.slice(1)}`)));
    } catch {
      return new Response(null, { status: 404 });
    }
  };
  const root = readFileSync(file("root.json"));
  // The time of the test's own, whenever it runs.
  const store = await PackStore.open({ root, url: "http://packs/", base: bytes, storage: memoryStorage(), fetch }, NOW);
  const update = store.update.bind(store);
  store.update = () => update(NOW);
  const said = [];
  const packs = new Packs(fromStore(store), { every: 0, log: (message) => said.push(message) });
  const version = () => packs.engine.packs().find(({ id }) => id === "shop.rules")?.version;
  await packs.ready();
  assert.equal(version(), 1);
  publish(2, "丙丁号");
  await Promise.all([packs.ready(), packs.ready()]);
  assert.equal(version(), 2);
  lie = "<html>";
  await packs.ready();
  assert.equal(version(), 2);
  assert.match(said.join(), /new packs were not taken/);
  end();
});

test("packs at an address are told apart by ETag or date, and by nothing less", async () => {
  const asked = [];
  const from = (headers) =>
    fromUrl("http://packs/cn.zzb", {}, { fetch: async (url, options) => (asked.push({ url, ...options.headers }), new Response(bytes, { headers })) });
  const date = "Sat, 21 Nov 2026 00:00:00 GMT";
  const { tag } = await from({ "last-modified": date })();
  assert.equal(tag, date);
  // A server that takes no notice of the condition is not believed to have something new.
  assert.equal(await from({ "last-modified": date })(tag), undefined);
  assert.equal(await from({ etag: 'W/"a"' })('W/"a"'), undefined);
  assert.deepEqual(asked.slice(1), [
    { url: "http://packs/cn.zzb", "if-modified-since": date },
    { url: "http://packs/cn.zzb", "if-none-match": 'W/"a"' },
  ]);
  await assert.rejects(from({})(), /neither ETag nor Last-Modified/);
});
