// A page that is open on version 1 of a pack takes up version 2 without a reload, says so, and is fooled by nobody.
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { NOW, publisher } from "./publisher.mjs";

const tools = createRequire(join(process.env.ZHUNZE_ROOT, "npm/package.json"));
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const FILES = {
  "index.html": '<!doctype html><meta charset="utf-8"><p id="version"></p><p id="news"></p><p id="problem"></p><p id="said"></p><script type="module" src="page.js"></script>',
  "page.js": `
import { PackStore, indexedDbStorage } from "/zhunze/store.js";

const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const show = (id, text) => (document.getElementById(id).textContent = text);
const options = { root: await bytes("/root.json"), url: "/site", base: await bytes("/zhunze/cn.zzb"), storage: indexedDbStorage() };
const store = await PackStore.open(options, new Date(${NOW.getTime()}));
const version = () => show("version", store.engine?.packs().find(({ id }) => id === "shop.rules").version ?? "0");
version();
globalThis.store = store;
// What is spoken while packs change is judged by those it began with.
globalThis.begin = () => (globalThis.session = store.engine.session({ kind: "livestream" }, { as_of: "2026-11-21", scope: "text" }));
globalThis.finish = () => {
  const { packs } = session.finish();
  return packs.find(({ id }) => id === "shop.rules").version;
};
async function look() {
  try {
    const { changed, packs } = await store.update(new Date(${NOW.getTime()}));
    if (changed) show("news", "规则已更新：" + packs.map(({ statement }) => statement.id + " 版本 " + statement.version).join());
    show("problem", "");
  } catch (error) {
    show("problem", (error.reason ?? error.code) + "：" + error.text.zh);
  }
  version();
  setTimeout(look, 50);
}
if (location.hash !== "#offline") look();
`,
};

const dist = resolve("node_modules/zhunze/dist");
let desk, server, browser, page;
/** The folder that the wire serves as the repository; an attacker changes it. */
let wire = "site";

before(async () => {
  desk = publisher();
  server = createServer((request, response) => {
    const path = new URL(request.url, "http://host").pathname.slice(1);
    const place = path.startsWith("zhunze/") ? join(dist, path.slice(7)) : path.startsWith("site/") ? desk.file(`${wire}/${path.slice(5)}`) : desk.file(path);
    try {
      const body = FILES[path] ?? readFileSync(place);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "content-security-policy": POLICY });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { chromium } = (await import(pathToFileURL(tools.resolve("playwright-core")))).default;
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  server?.close();
  desk?.end();
});

const address = (hash = "") => `http://127.0.0.1:${server.address().port}/index.html${hash}`;
const shows = async (id, pattern) => {
  const found = page.waitForFunction(([id, source]) => new RegExp(source).test(document.getElementById(id).textContent), [id, pattern.source], { timeout: 20_000 });
  await found.catch(async (error) => assert.fail(`${pattern}: ${await page.locator("body").innerText()}\n${error}`));
};

test("an open page takes up version 2 without a reload and says so, and what is being spoken goes on", async () => {
  await page.goto(address());
  await shows("version", /^1$/);
  await page.evaluate(() => {
    globalThis.sameDocument = true;
    begin();
    session.push({ text: "家人们加我", start_ms: 0, end_ms: 900 });
  });
  // Written, built and tested; compared with what is published; signed and published.
  desk.build(2, "丙丁号");
  const { changed } = JSON.parse(desk.zhunze("diff before.zzb shop.zzb --format json")).rules;
  assert.ok(changed.length > 0);
  desk.release(2);
  await shows("version", /^2$/);
  await shows("news", /规则已更新：shop\.rules 版本 2/);
  assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
  assert.equal(await page.evaluate(() => finish()), 1);
});

test("a forged, an altered, an older, an expired and a wrong-key pack are each refused with their own message", async () => {
  const attack = async (name, code, message, prepare, from = "site") => {
    cpSync(desk.file(from), desk.file(name), { recursive: true });
    prepare(desk.file(name));
    wire = name;
    await shows("problem", new RegExp(`^${code}：.*${message}`));
    await shows("version", /^2$/);
  };
  const timestamp = "metadata/timestamp.json";
  const edit = (path, change) => writeFileSync(path, change(readFileSync(path)));
  await attack("forged", "forged", "签名不成立", (site) => edit(join(site, timestamp), (bytes) => bytes.toString().replace('"version": 2', '"version": 3')));
  await attack("older", "older", "过旧", (site) => {
    // The first release again, as it was served then.
    desk.zhunze("publish again shop.zzb --root root.json --targets t2.json --key k/online --now 2026-11-22");
    cpSync(desk.file("again"), site, { recursive: true });
  });
  desk.stolen();
  await attack("wrong", "wrong-key", "不是发布者登记的密钥", (site) => cpSync(desk.file(`stolen/${timestamp}`), join(site, timestamp)));
  wire = "site";
  await shows("problem", /^$/);

  // Version 3 is signed and published, and changed on the way.
  desk.build(3, "戊己号");
  await attack("altered", "altered", "与签名的摘要或长度不符", (site) => {
    desk.release(3, { into: "altered" });
    cpSync(site, desk.file("honest"), { recursive: true });
    const sent = readFileSync(desk.file("shop.zzb"));
    const name = readdirSync(join(site, "targets")).find((name) => readFileSync(join(site, "targets", name)).equals(sent));
    edit(join(site, "targets", name), (bytes) => bytes.fill(0, bytes.length - 1));
  });
  const old = { into: "expired", day: "2026-10-01", days: 10, more: " --snapshot-days 300 --timestamp-days 300" };
  await attack("expired", "expired", "过期", () => desk.release(4, old), "honest");

  // What is honest is still taken in.
});

test("without a connection the page starts with the packs that it kept", async () => {
  await page.goto(address("#offline"));
  await page.reload();
  await shows("version", /^2$/);
});
