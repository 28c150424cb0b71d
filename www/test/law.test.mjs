// Law: what is covered, each rule's page, search.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inaccessible, open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

test("coverage leads to a rule, and a rule shows law, reason, exceptions, examples and dates", async () => {
  const { page, wrong } = await site.page({ path: "law.html" });
  await page.getByRole("row", { name: /广告法/ }).first().waitFor();
  await page.getByRole("link", { name: /^绝对化用语/ }).click();
  const text = await page.locator("article").innerText();
  for (const part of ["cn.advertising/absolute-terms", "《广告法》第九条第三项", "可以不违反的情形", "自我比较", "自 2015-09-01 起施行", "违反", "合法"]) assert.ok(text.includes(part), part);
  assert.ok(page.url().endsWith("#cn.advertising/absolute-terms"));
  assert.deepEqual(wrong, []);
});

test("each article of an instrument has its rules, or the reason why it has none", async () => {
  const { page, wrong } = await site.page({ path: "law.html" });
  await page.getByRole("link", { name: "中华人民共和国广告法", exact: true }).click();
  const ninth = page.getByRole("row", { name: /^第九条第三项/ });
  await ninth.getByRole("link", { name: "绝对化用语" }).waitFor();
  assert.ok((await page.getByText(/^不编码：/).count()) > 0);
  await ninth.getByRole("link", { name: "绝对化用语" }).click();
  await page.getByRole("heading", { name: "绝对化用语" }).waitFor();
  assert.deepEqual(wrong, []);
});

test("search finds rules by name, by article and by the words of an example", async () => {
  const { page } = await site.page({ path: "law.html" });
  const box = page.getByRole("searchbox");
  for (const [query, found] of [["绝对化", /绝对化用语/], ["广告法》第九条第三项", /绝对化修饰/], ["顶尖芯片", /绝对化修饰/]]) {
    await box.fill(query);
    await page.getByRole("link", { name: found }).first().waitFor();
  }
  await box.fill("没有这样的东西xyz");
  await page.getByText("没有这样的规则").waitFor();
});

test("a finding's link leads to its rule", async () => {
  const { page } = await site.page();
  await page.getByRole("button", { name: "看一个例子" }).click();
  await page.locator("zhunze-finding").getByRole("link", { name: "条文与例外" }).first().click();
  await page.locator("zz-law article h1").waitFor();
});

test("axe finds nothing wrong, and nothing is wider than the screen", async () => {
  for (const [width, colorScheme, path] of [[1280, "light", "law.html"], [1280, "dark", "law.html#cn.advertising/absolute-terms"], [390, "light", "law.html"], [1280, "dark", "law.html#law:advertising-law"], [390, "light", "law.html#law:advertising-law"], [320, "dark", "law.html#cn.advertising/absolute-terms"]]) {
    const { page } = await site.page({ path, viewport: { width, height: 800 }, colorScheme });
    await page.locator("nav.list a").first().waitFor({ state: "attached" });
    assert.deepEqual(await inaccessible(page), [], path);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});
