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

/** What a page brings until its example has findings, the engine and its packs aside: bytes, gzipped. */
async function brought(path) {
  const fresh = await site.blank({ serviceWorkers: "block" });
  const sizes = [];
  fresh.on("response", (response) => {
    if (!/\.(wasm|zzb)$/.test(new URL(response.url()).pathname)) sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await fresh.goto(`${site.origin}/${path}`);
  await fresh.getByRole("button", { name: "看一个例子" }).click();
  await fresh.locator("zhunze-finding").first().waitFor();
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test("what the script page and the live page bring, the engine and its packs aside, stays small", async () => {
  for (const [path, most] of [["", 150_000], ["live.html", 45_000]]) {
    const total = await brought(path);
    assert.ok(total <= most, `${path}: ${total} bytes gzipped`);
  }
});
