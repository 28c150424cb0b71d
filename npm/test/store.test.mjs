// Packs over the wire: a publisher with the command line, a server that may lie, and a store that must not be fooled.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { OfflineError, PackStore, TrustError, folderStorage, memoryStorage } from "zhunze/store";
import { NOW, publisher } from "./publisher.mjs";

const require = createRequire(import.meta.url);
const base = readFileSync(require.resolve("zhunze/cn.zzb"));
const { file, zhunze, publish, stolen, end } = publisher();

/** What the server answers instead of its files: bytes, or a status. */
const lies = new Map();
const asked = [];
const server = createServer((request, response) => {
  const path = request.url.slice(1);
  asked.push(path);
  const lie = lies.get(path);
  try {
    if (typeof lie === "number") response.writeHead(lie).end();
    else response.end(lie ?? readFileSync(file(`site/${path}`)));
  } catch {
    response.writeHead(404).end();
  }
});
let url, root;

before(async () => {
  root = new Uint8Array(readFileSync(file("root.json")));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${server.address().port}/`;
});

after(() => {
  server.close();
  server.closeAllConnections();
  end();
});

const open = (more = {}, now = NOW) => PackStore.open({ root, url, base, ...more }, now);
const version = (engine) => engine.packs().find(({ id }) => id === "shop.rules")?.version;
const dates = { on: "2026-11-21", as_of: "2026-11-21" };

/** Refused for a reason, in both languages; the packs in use stay. */
async function refused(store, reason, now = NOW) {
  const engine = store.engine;
  const error = await store.update(now).then(() => assert.fail("it was accepted"), (error) => error);
  assert.ok(error instanceof TrustError, String(error));
  assert.equal(error.reason, reason, error.message);
  assert.ok(error.file && error.text.zh.includes(error.file) && error.text.en.includes(error.file));
  assert.equal(store.engine, engine);
}

test("what the repository builds on is not loaded on its word", async () => {
  const stored = new Uint8Array([...base, 0]);
  const store = await open({ base: stored });
  const error = await store.update(NOW).catch((error) => error);
  assert.deepEqual([error.name, error.reason, store.engine], ["TrustError", "unsigned", undefined]);
});

test("an empty store has no engine, and its first update brings one", async () => {
  const store = await open();
  assert.equal(store.engine, undefined);
  assert.equal(store.problem.reason, "missing");
  const updated = await store.update(NOW);
  assert.equal(updated.engine, store.engine);
  assert.deepEqual([updated.changed, updated.release, version(store.engine)], [true, 1, 1]);
  assert.deepEqual([updated.packs[0].name, updated.packs[0].statement.issuer], ["shop.zzb", "某平台"]);
  assert.equal(store.problem, undefined);
  const engine = store.engine;
  asked.length = 0;
  assert.equal((await store.update(NOW)).changed, false);
  assert.deepEqual(asked, ["metadata/2.root.json", "metadata/timestamp.json"]);
  assert.equal(store.engine, engine);
});

test("a new version is swapped in while a session goes on with the old one", async () => {
  const store = await open();
  await store.update(NOW);
  const old = store.engine;
  const session = old.session({ kind: "livestream" }, { ...dates, scope: "text" });
  session.push({ text: "家人们加我", start_ms: 0, end_ms: 900 });
  publish(2, "丙丁号");
  const [one, two] = await Promise.all([store.update(NOW), store.update(NOW)]);
  assert.equal(one, two, "two calls at once are one update");
  assert.deepEqual([one.changed, version(store.engine), version(old)], [true, 2, 1]);
  session.append("飞书号");
  assert.ok(session.finish().schema);
  assert.ok(old.check({ kind: "listing", title: "面霜" }, dates));
});

test("forged, altered, older, expired and wrong-key packs are refused, and version 2 stays", async () => {
  const store = await open();
  await store.update(NOW);
  assert.equal(version(store.engine), 2);
  const timestamp = "metadata/timestamp.json";
  const good = readFileSync(file(`site/${timestamp}`));

  lies.set(timestamp, good.toString().replace('"version": 2', '"version": 7'));
  await refused(store, "forged");
  lies.clear();
  await refused(store, "expired", new Date("2026-12-01T00:00:00Z"));
  lies.set(timestamp, Buffer.alloc(1 << 20));
  await refused(store, "too-large");
  lies.set(timestamp, "<html>504</html>");
  await refused(store, "malformed");
  lies.set(timestamp, 404);
  await refused(store, "missing");
  lies.clear();

  // Version 3, altered on the way.
  publish(3, "戊己号");
  const packs = readdirSync(file("site/targets"));
  const bytes = readFileSync(file("shop.zzb"));
  const path = packs.map((name) => `targets/${name}`).find((name) => readFileSync(file(`site/${name}`)).equals(bytes));
  lies.set(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) ^ 1])]));
  await refused(store, "altered");
  lies.clear();

  // Signed by the thief, under the root that everybody knows: the publisher's own tool does not publish it.
  const draft = JSON.parse(readFileSync(file("t3.json")));
  draft.signed.version = 4;
  draft.signatures = [];
  writeFileSync(file("t4.json"), JSON.stringify(draft));
  zhunze("sign t4.json --key k/thief");
  assert.throws(() => zhunze("publish site --targets t4.json --key k/online --now 2026-11-22"), /wrong-key/);

  // The release before, once the new one was taken in.
  const newest = readFileSync(file(`site/${timestamp}`));
  assert.equal((await store.update(NOW)).changed, true);
  assert.equal(version(store.engine), 3);
  lies.set(timestamp, good);
  await refused(store, "older");
  lies.set(timestamp, newest);
  assert.equal((await store.update(NOW)).changed, false);
  lies.clear();
});

test("what the root does not name is of the wrong key", async () => {
  const theirs = await open();
  await theirs.update(NOW);
  stolen();
  lies.set("metadata/timestamp.json", readFileSync(file("stolen/metadata/timestamp.json")));
  await refused(theirs, "wrong-key");
  lies.clear();
});

test("a pack below the lowest version, and one that is out of date, are refused", async () => {
  const store = await open({ lowest: 99 });
  const error = await store.update(NOW).catch((error) => error);
  assert.deepEqual([error.reason, store.engine], ["older", undefined]);
  const late = await open({ storage: memoryStorage(), allowExpired: true });
  const { notes } = await late.update(new Date("2028-01-01T00:00:00Z"));
  assert.ok(notes.length >= 4 && notes.every(({ code, message }) => code === "expired" && message.zh));
});

test("what was kept is used without a connection, verified again", async () => {
  const storage = folderStorage(file("kept"));
  await (await open({ storage })).update(NOW);
  const nobody = "http://127.0.0.1:1/";
  const store = await open({ storage, url: nobody }, new Date("2026-12-24T00:00:00Z"));
  assert.equal(version(store.engine), 3);
  assert.deepEqual(store.trusted.notes.map(({ code, file }) => [code, file]), [["expired", "timestamp.json"]]);
  const error = await store.update(NOW).catch((error) => error);
  assert.ok(error instanceof OfflineError && error.code === "offline" && error.text.zh, String(error));
  assert.equal(version(store.engine), 3);

  const pack = readdirSync(file("kept/packs"))[0];
  const bytes = readFileSync(file(`kept/packs/${pack}`));
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(file(`kept/packs/${pack}`), bytes);
  const damaged = await open({ storage });
  assert.deepEqual([damaged.engine, damaged.problem.reason], [undefined, "altered"]);
  await damaged.update(NOW);
  assert.equal(version((await open({ storage })).engine), 3);
});

test("a server that breaks off or answers nonsense is offline, and nothing changes", async () => {
  const store = await open();
  await store.update(NOW);
  lies.set("metadata/timestamp.json", 503);
  await assert.rejects(store.update(NOW), { name: "OfflineError" });
  lies.clear();
  const slow = await open({ timeout: 50, fetch: (_, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))) });
  await assert.rejects(slow.update(NOW), { name: "OfflineError" });
});

test("a pack that is signed and does not load does not take the place of one that does", async () => {
  const store = await open({ base: [] }); // what shop.rules builds on is missing
  await assert.rejects(store.update(NOW), { name: "PackError" });
  assert.equal(store.engine, undefined);
  const storage = memoryStorage();
  await assert.rejects((await open({ base: [], storage })).update(NOW), { name: "PackError" });
  assert.equal((await open({ storage })).problem.reason, "missing");
});

test("a root with new keys is followed", async () => {
  const storage = memoryStorage();
  const store = await open({ storage });
  await store.update(NOW);
  zhunze("keygen -o k/packs-2");
  zhunze("root --from root.json -o root-2.json --role targets=k/packs-2.pub --now 2026-11-22");
  zhunze("sign root-2.json --key k/root");
  zhunze("sign shop.zzb -o t4.json --after t3.json --key k/packs-2 --law-status 2026-11-20 --release 4 --now 2026-11-22");
  zhunze("publish site shop.zzb --root root-2.json --targets t4.json --key k/online --now 2026-11-22");
  assert.equal((await store.update(NOW)).root, 2);
  assert.equal((await open({ storage })).trusted.root, 2);
});
