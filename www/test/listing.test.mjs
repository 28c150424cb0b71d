// A seller's form: findings at the field, and a button that blocks, asks or passes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inaccessible, open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

async function form(options = {}) {
  const opened = await site.page({ path: "listing.html", ...options });
  await opened.page.locator("zhunze-finding").first().waitFor();
  return opened;
}
const at = (page, key) => page.locator(`[data-key="${key}"]`);
const write = (page, key, text) => at(page, key).locator("zhunze-editor").evaluate((editor, value) => {
  editor.value = value;
  editor.dispatchEvent(new Event("input"));
}, text);

test("findings stand at their fields: at words, and at the facts that decided them", async () => {
  const { page, wrong } = await form();
  assert.match(await at(page, "description").locator("article").first().innerText(), /第二十/);
  assert.equal(await at(page, "description").locator("mark").count() > 0, true);
  assert.match(await at(page, "sales_shown").locator("article").innerText(), /销量/);
  assert.equal(await at(page, "title").locator("zhunze-finding").count(), 0);
  assert.deepEqual(wrong, []);
});

test("publishing is blocked, then asks, then passes, as the form is mended", async () => {
  const { page, wrong } = await form();
  // A portal that publishes while facts are missing; without it, a law that asks for more would stop this listing.
  await page.locator("zz-listing").evaluate((element) => {
    const block = [{ status: ["violation"], severity: ["high", "medium"], rules: [] }];
    const pass = [{ status: ["undetermined"], severity: [], rules: [] }];
    element.policy = { id: "portal/1", block, pass, otherwise: "review", not_evaluated: "review" };
  });
  await page.getByText("不宜发布").first().waitFor();
  await page.getByRole("button", { name: "发布商品", disabled: true }).click({ force: true });
  assert.equal(await page.getByText("已发布").count(), 0);
  const words = "面料：羊毛 70%、羊绒 10%、聚酯纤维 20%。双面呢工艺，手工缝制。建议干洗。";
  // A percentage without its source is for a person to look at.
  await write(page, "description", `${words}好评率98%。`);
  await page.getByLabel("页面展示的销量").fill("4318");
  await at(page, "is_resold_return").getByLabel("否").check();
  await at(page, "review_reward").getByLabel("否").check();
  await page.getByText("须人工复核").first().waitFor();
  await page.getByRole("button", { name: "提交复核" }).click();
  const dialog = page.getByRole("dialog", { name: "提交人工复核？" });
  await dialog.waitFor();
  await dialog.getByRole("button", { name: "再改改" }).click();
  await write(page, "description", words);
  // An earlier price is let be where the time of its sales stands beside it.
  await write(page, "texts/0", "日常价1299元（10月1日至31日成交），限时到手699元");
  await page.getByText("可以发布").waitFor();
  await page.getByRole("button", { name: "发布商品" }).click();
  await page.getByText(/已发布（演示）。报告摘要：[0-9a-f]{64}/).waitFor();
  assert.deepEqual(wrong, []);
});

test("a title is checked while it is written", async () => {
  const { page } = await form();
  await at(page, "title").locator("[role=textbox]").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" 全网最好");
  await at(page, "title").locator("mark", { hasText: "全网最好" }).waitFor();
  await page.keyboard.press("Enter");
  assert.ok(!(await at(page, "title").locator("zhunze-editor").evaluate((editor) => editor.value)).includes("\n"));
});

test("a blank form asks for just the facts that would settle something", async () => {
  const { page, wrong } = await form();
  await page.getByRole("button", { name: "空白表单" }).click();
  await write(page, "title", "羊绒混纺大衣");
  await page.getByRole("heading", { name: "还要这些信息" }).waitFor();
  const facts = page.locator("zhunze-facts");
  assert.ok((await facts.locator("fieldset, .one").count()) <= 12);
  assert.deepEqual(wrong, []);
});

test("axe finds nothing wrong, and nothing is wider than the screen", async () => {
  for (const [width, colorScheme] of [[1280, "light"], [390, "dark"], [320, "light"]]) {
    const { page } = await form({ viewport: { width, height: 800 }, colorScheme });
    assert.deepEqual(await inaccessible(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});
