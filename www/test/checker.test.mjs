// A host's first minutes: paste, see, understand, fix.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const SCRIPT = "家人们，这是国家级配方，全网最好！\n真的，国家级的东西。";

test("a pasted script shows its findings in the text and in the list", async () => {
  const { page, wrong } = await site.page();
  const box = page.getByLabel("要检查的文字").locator("textarea");
  await box.click();
  await page.keyboard.insertText(SCRIPT);
  await page.locator("zz-finding").first().waitFor();
  const marked = await page.locator("mark").allTextContents();
  assert.ok(marked.some((text) => text.includes("国家级")), marked.join());
  const first = page.locator("zz-finding").filter({ hasText: "国家级" }).first();
  assert.match(await first.locator("article").innerText(), /广告法》第九条/);
  assert.equal(await page.getByText("不宜发布").count(), 1);
  assert.deepEqual(wrong, []);
});

test("a fix changes the text, its finding goes, and undo brings both back", async () => {
  const { page, wrong } = await site.page();
  const box = page.getByLabel("要检查的文字").locator("textarea");
  await box.click();
  const script = "给大家带来国家级的面霜，用料实在。";
  await page.keyboard.insertText(script);
  const finding = page.locator("zz-finding").filter({ hasText: "国家级" });
  await finding.getByRole("button", { name: "采用" }).first().click();
  await finding.waitFor({ state: "detached" });
  assert.ok(!(await box.inputValue()).includes("国家级"));
  for (let presses = 0; presses < 5 && (await box.inputValue()) !== script; presses++) await page.keyboard.press("Control+z");
  assert.equal(await box.inputValue(), script);
  await finding.waitFor();
  assert.deepEqual(wrong, []);
});

test("marks lie exactly under the words they mark", async () => {
  const { page } = await site.page({ viewport: { width: 390, height: 844 } });
  const box = page.getByLabel("要检查的文字").locator("textarea");
  await box.fill(`${"开场白，abc 123。".repeat(30)}${SCRIPT}`);
  await page.locator("mark").first().waitFor();
  const [mirror, area] = await Promise.all([page.locator(".mirror").boundingBox(), box.boundingBox()]);
  assert.deepEqual(mirror, area);
  const heights = await box.evaluate((area) => [area.scrollHeight, area.clientHeight]);
  assert.equal(heights[0], heights[1], "the textarea wraps as its mirror does");
});

test("nothing is wider than the screen, from phone to desktop", async () => {
  for (const width of [320, 390, 768, 1280, 1920]) {
    const { page } = await site.page({ viewport: { width, height: 800 } });
    await page.getByRole("button", { name: "看一个例子" }).click();
    await page.locator("zz-finding").first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

test("English is one click away and is remembered", async () => {
  const { page, wrong } = await site.page();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Livestream script").waitFor();
  await page.reload();
  await page.getByText("Livestream script").waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(wrong, []);
});

test("the policy lets nothing out", async () => {
  const { page } = await site.page();
  const refused = await page.evaluate(() =>
    fetch("http://127.0.0.1:9/").then(
      () => false,
      () => new Promise((done) => setTimeout(() => done(true), 0)),
    ),
  );
  assert.ok(refused);
  const violated = await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
        fetch("http://127.0.0.1:9/").catch(() => {});
      }),
  );
  assert.equal(violated, "connect-src");
});
