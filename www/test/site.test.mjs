// What holds of every page: nothing leaves, and everything works without a network.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

test("the policy lets nothing out", async () => {
  const { page } = await site.page();
  const refused = await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
        fetch("http://127.0.0.1:9/").catch(() => {});
      }),
  );
  assert.equal(refused, "connect-src");
  const image = await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
        new Image().src = "http://127.0.0.1:9/x.png";
      }),
  );
  assert.equal(image, "img-src");
});

test("after the first visit the page works without a network", async () => {
  const { page, context, wrong } = await site.page();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("button", { name: "看一个例子" }).click();
  await page.locator("zhunze-finding").first().waitFor();
  for (const path of ["live.html", "listing.html", "law.html"]) {
    await page.goto(`${site.origin}/${path}`);
    await page.getByRole("navigation", { name: "页面" }).waitFor();
  }
  assert.deepEqual(wrong.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED")), []);
});

/** What a page brings until its example has findings: each file's name and size, gzipped; and the page. */
async function brought(path) {
  const fresh = await site.blank();
  const files = [];
  const kept = [];
  // The worker's requests too; those of the service worker by themselves.
  fresh.context().on("response", (response) => {
    const name = new URL(response.url()).pathname.split("/").pop();
    if (name === "sw.js" || response.request().serviceWorker()) kept.push(name);
    else files.push(response.body().then((body) => ({ name, size: gzipSync(body, { level: 9 }).length }), () => ({ name, size: 0 })));
  });
  await fresh.goto(`${site.origin}/${path}`);
  await fresh.waitForLoadState("networkidle");
  assert.deepEqual(kept, [], "nothing is kept for later before the first check");
  await fresh.getByRole("button", { name: "看一个例子" }).click();
  await fresh.locator("zhunze-finding").first().waitFor();
  const all = await Promise.all(files);
  return { all, files, page: fresh };
}

const sum = (files) => files.reduce((sum, { size }) => sum + size, 0);
const isEngine = ({ name }) => /\.(wasm|zzb)$/.test(name);

test("what the script page and the live page bring, the engine and its packs aside, stays small", async () => {
  for (const [path, most] of [["", 150_000], ["live.html", 45_000]]) {
    const { all } = await brought(path);
    const total = sum(all.filter((file) => !isEngine(file)));
    assert.ok(total <= most, `${path}: ${total} bytes gzipped`);
  }
});

test("the first check brings the engine and Chinese texts once, nothing else, and English only when it is asked for", async (t) => {
  const { all, files, page } = await brought("");
  t.diagnostic(`first load of the script page: ${sum(all)} bytes gzipped, of which engine ${sum(all.filter(({ name }) => name.endsWith(".wasm")))} and packs ${sum(all.filter(({ name }) => name.endsWith(".zzb")))}`);
  const names = all.map(({ name }) => name);
  assert.deepEqual(names.filter((name, i) => name && names.indexOf(name) !== i), [], "nothing twice");
  assert.deepEqual(names.filter((name) => /\.(wasm|zzb)$/.test(name)).map((name) => name.replace(/-[^.]*\./, ".")).sort(), ["cn.zh.zzb", "zhunze_bg.wasm"]);
  assert.deepEqual(names.filter((name) => /rules\.json|coverage\.json/.test(name)), []);
  assert.ok(sum(all) <= 1_650_000, `${sum(all)} bytes gzipped`);
  const card = page.locator("zhunze-finding").first();
  assert.match(await card.innerText(), /[\u4e00-\u9fff]/);
  await page.evaluate(() => navigator.serviceWorker.ready); // after the first check
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForFunction(() => /[a-z]{4,} [a-z]{2,} [a-z]/i.test(document.querySelector("zz-script")?.shadowRoot.querySelector("zhunze-finding")?.shadowRoot.querySelector("article")?.innerText ?? ""));
  const later = (await Promise.all(files)).slice(all.length).map(({ name }) => name);
  assert.ok(later.some((name) => /^cn-.*\.zzb$/.test(name)), later.join());
  await page.context().close();
});

test("a page in English loads its texts at once, and no others", async () => {
  const page = await site.blank({ serviceWorkers: "block" });
  const names = [];
  page.context().on("response", (response) => names.push(new URL(response.url()).pathname.split("/").pop()));
  await page.addInitScript(() => localStorage.setItem("language", "en"));
  await page.goto(`${site.origin}/`);
  await page.getByRole("button", { name: "Show an example" }).click();
  await page.locator("zhunze-finding").first().waitFor();
  assert.deepEqual(names.filter((name) => name.endsWith(".zzb")).map((name) => name.replace(/-[^.]*\./, ".")), ["cn.zzb"]);
});
