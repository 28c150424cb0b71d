// For who writes rules: diagnostics while typing, a text to try, the built-in packs to read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { inaccessible, open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

async function studio(options = {}) {
  const opened = await site.page({ path: "studio.html", ...options });
  await opened.page.getByText(/^已编译/).waitFor();
  return opened;
}
const source = (page) => page.getByRole("textbox", { name: "规则源码" });

test("the example is compiled and judges the text that stands there", async () => {
  const { page, wrong } = await studio();
  await page.locator("mark", { hasText: "全场秒杀" }).waitFor();
  assert.match(await page.locator("zhunze-finding article").first().innerText(), /店铺话术规矩》第一条/);
  assert.deepEqual(wrong, []);
});

test("what is wrong is told while it is typed, with place and help, and goes when it is mended", async () => {
  const { page, wrong } = await studio();
  await source(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n规则 空 (empty) {\n  级别 高\n}\n");
  await page.getByText(/处要改/).waitFor();
  const problem = page.getByRole("button", { name: /E0313/ });
  assert.match(await problem.innerText(), /第 31 行/);
  await problem.click();
  assert.ok((await page.locator(".cm-lintRange-error, .cm-lintPoint-error").count()) > 0);
  await page.keyboard.press("Control+z");
  await page.getByText(/^已编译/).waitFor();
  assert.deepEqual(wrong, []);
});

test("a changed rule judges the text anew", async () => {
  const { page } = await studio();
  await page.locator("mark", { hasText: "全场秒杀" }).waitFor();
  await source(page).evaluate((content) => {
    const view = content.cmView?.view ?? content.cmTile?.view;
    const at = view.state.doc.toString().indexOf("秒杀|");
    view.dispatch({ changes: { from: at, to: at + 3, insert: "" } });
  });
  await page.locator("mark", { hasText: "全场秒杀" }).waitFor({ state: "detached" });
});

test("names that the file declares complete themselves", async () => {
  const { page } = await studio();
  await source(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n# ");
  await page.keyboard.press("Enter");
  await page.keyboard.type("hou");
  await page.locator(".cm-tooltip-autocomplete").getByText("house-rules").waitFor();
  await page.waitForTimeout(200); // a completion that has just come up takes no key
  await page.keyboard.press("Enter");
  assert.match(await source(page).innerText(), /\nhouse-rules$/);
});

test("a built-in pack opens, compiles and judges", async () => {
  const { page, wrong } = await studio();
  await page.getByLabel("规则包").selectOption("cn.advertising");
  await page.getByLabel("文件").selectOption("absolute-terms.zz");
  assert.match(await source(page).innerText(), /褒义词/);
  await page.locator("zhunze-editor").evaluate((editor) => (editor.value = "全网最好的面霜"));
  await page.locator("mark.breach", { hasText: "全网最好" }).waitFor({ timeout: 20_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载规则包" }).click()]);
  assert.equal((await readFile(await download.path())).subarray(1, 4).toString(), "ZZP");
  assert.deepEqual(wrong, []);
});

test("axe finds nothing wrong, and nothing is wider than the screen", async () => {
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [320, "dark"]]) {
    const { page } = await studio({ viewport: { width, height: 800 }, colorScheme });
    await page.locator("zhunze-finding").first().waitFor();
    assert.deepEqual(await inaccessible(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});
