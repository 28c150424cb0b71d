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

/** Puts the cursor before words of the source, as a click there does. */
const cursor = (page, words) =>
  source(page).evaluate((content, words) => {
    const view = content.cmView?.view ?? content.cmTile?.view;
    const at = view.state.doc.toString().indexOf(words);
    if (at < 0) throw new Error(`${words} is not in the source`);
    view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    view.focus();
  }, words);

/** The whole source; what is scrolled out of sight is not in the page. */
const whole = (page) => source(page).evaluate((content) => (content.cmView?.view ?? content.cmTile?.view).state.doc.toString());

/** Appends a rule that is about something that is nearly declared. */
const RULE = (words) => `
规则 急促 (hurry) {
  依据 house-rules 第一条
  约束 经营者
  适用 直播
  禁止 出现 <${words}>
  级别 低
  说明 "别催" "Do not hurry people"
  例 违反 "家人们，全场秒杀"
  例 合法 "慢慢看"
}
`;

test("after < only words complete, of the packs that are used too, and a word is taken by key", async () => {
  const { page, wrong } = await studio();
  await source(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n句式 甲 (a-b) = ");
  await page.keyboard.type("<");
  const list = page.locator(".cm-tooltip-autocomplete li");
  await list.filter({ hasText: "全场促销" }).waitFor();
  assert.equal(await list.filter({ hasText: "house-rules" }).count(), 0);
  await page.keyboard.insertText("全");
  await list.first().filter({ hasText: "全场促销" }).waitFor();
  await page.waitForTimeout(200);
  await page.keyboard.press("Enter");
  assert.match(await source(page).innerText(), /= <全场促销>?\n?$/);
  assert.deepEqual(wrong, []);
});

test("an article and a name are explained under the pointer, and by key", async () => {
  const { page, wrong } = await studio();
  await page.locator(".cm-line", { hasText: "依据 house-rules" }).getByText("第一条").hover();
  const told = page.locator(".source .told");
  await told.filter({ hasText: "店铺话术规矩" }).waitFor();
  await page.mouse.move(5, 5);
  await told.waitFor({ state: "detached" });
  await cursor(page, "全场促销>");
  await page.keyboard.press("Control+i");
  await told.filter({ hasText: "全场促销" }).waitFor();
  assert.match(await page.locator(".source .cm-announced").textContent(), /全场促销/);
  await page.keyboard.press("Escape");
  await told.waitFor({ state: "detached" });
  assert.deepEqual(wrong, []);
});

test("the source is laid out by button and by key, and what does not read stays as it is", async () => {
  const { page, wrong } = await studio();
  const before = await whole(page);
  await source(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n句式   甲   (a-b)   =    (促销|秒杀)\n");
  await page.keyboard.press("Shift+Alt+F");
  await page.getByText("已排版").waitFor();
  assert.match(await whole(page), /\n句式 甲 \(a-b\) = \(促销\|秒杀\)/);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.equal(await whole(page), before);
  await page.keyboard.insertText("\n规则 {{{   \n");
  const bad = await whole(page);
  await page.getByRole("button", { name: "排版" }).click();
  await page.getByText("先改好再排版").waitFor();
  assert.equal(await whole(page), bad);
  assert.deepEqual(wrong, []);
});

test("a name that is nearly right is mended from the list, and by key where the cursor stands, with undo", async () => {
  const { page, wrong } = await studio();
  await source(page).click();
  await page.keyboard.press("Control+End");
  // What comes before is counted in units of UTF-16 here and in bytes there.
  await page.keyboard.insertText(`\n# 😀 𠮷\n${RULE("全场促消")}`);
  const fix = page.getByRole("button", { name: "改为“全场促销”" });
  await fix.waitFor();
  assert.deepEqual(await inaccessible(page), []);
  await fix.focus();
  await page.keyboard.press("Enter");
  await page.getByText(/^已编译/).waitFor();
  assert.match(await whole(page), /# 😀 𠮷[^]*禁止 出现 <全场促销>\n  级别 低/);
  await page.keyboard.press("Control+z");
  await fix.waitFor();
  await cursor(page, "促消>");
  await page.keyboard.press("Control+.");
  await page.getByText(/^已编译/).waitFor();
  assert.deepEqual(wrong, []);
});

test("rules fold, by key", async () => {
  const { page } = await studio();
  await page.locator('.cm-foldGutter [title="折叠"]').first().waitFor();
  await cursor(page, "规则 ");
  await page.keyboard.press("Control+Shift+BracketLeft");
  await page.locator(".cm-foldPlaceholder").waitFor();
  assert.doesNotMatch(await source(page).innerText(), /依据 house-rules/);
  assert.deepEqual(await inaccessible(page), []);
  await page.keyboard.press("Control+Shift+BracketRight");
  assert.match(await source(page).innerText(), /依据 house-rules/);
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
