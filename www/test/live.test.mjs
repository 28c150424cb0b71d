// Live speech: a file at its own times, or lines that are typed; marks that become final or vanish; what is still to be said.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { inaccessible, open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const FILE = {
  name: "直播.srt",
  mimeType: "application/octet-stream",
  buffer: Buffer.from(
    [
      "1\n00:10:00,000 --> 00:10:01,000\n家人们，这款面霜全网最",
      "2\n00:10:01,100 --> 00:10:02,000\n低价，原价 399，现在只要 99。",
      "3\n00:10:08,000 --> 00:10:09,000\n这款保健食品，补充维生素。",
      "4\n00:10:20,000 --> 00:10:21,000\n保健食品不是药物，不能代替药物治疗疾病。",
    ].join("\n\n"),
  ),
};

/** A finding that the second line takes back. */
const WITHDRAWN = ["这款面霜是最好", "先在耳后试用再上脸。"];

const shown = (options = {}) => site.page({ path: "live.html", ...options });
const lines = (page) => page.locator("[data-line]");
const box = (page) => page.getByRole("textbox", { name: "说一句" });
const provisional = (page) => page.locator("[data-line] mark.provisional");
const still = (page) => page.locator(".still");

async function say(page, line) {
  const before = await lines(page).count();
  await box(page).fill(line);
  await page.keyboard.press("Enter");
  await lines(page).nth(before).waitFor();
}

test("a file is heard at its own times, and its end brings the report on the whole", async () => {
  const { page, wrong } = await shown();
  await page.locator("input[type=file]").setInputFiles(FILE);
  await lines(page).nth(1).waitFor(); // silence before the first words is not waited for
  assert.equal(await lines(page).count(), 2, "the third comes eight seconds later");
  await page.getByText("16×", { exact: true }).click();
  await page.getByText("导出报告").waitFor();
  assert.equal(await lines(page).count(), 4);
  assert.match(await lines(page).first().innerText(), /^10:00/);
  const cut = page.locator("zhunze-finding").filter({ hasText: "全网最低" }).first();
  assert.match(await cut.locator("article").innerText(), /广告法》第九条/);
  assert.match(await cut.locator("article").innerText(), /另可能涉及/);
  assert.equal(await page.getByText("不宜发布").count(), 1);
  assert.equal(await provisional(page).count(), 0);
  const whole = await page.locator("zz-live").evaluate(async (element) => {
    const { report } = element;
    return report.findings.map(({ rule, status, spans }) => JSON.stringify([rule, status, spans.map(({ text }) => text)]));
  });
  assert.equal(new Set(whole).size, whole.length, "no finding is told twice");
  assert.deepEqual(wrong, []);
});

test("a file is stepped through, paused and begun again", async () => {
  const { page, wrong } = await shown();
  await page.locator("input[type=file]").setInputFiles(FILE);
  await lines(page).first().waitFor();
  await page.getByRole("button", { name: "暂停" }).click();
  const heard = await lines(page).count();
  await page.getByRole("button", { name: "下一段" }).click();
  await lines(page).nth(heard).waitFor();
  assert.equal(await lines(page).count(), heard + 1);
  while (await page.getByRole("button", { name: "下一段" }).isEnabled()) await page.getByRole("button", { name: "下一段" }).click();
  await lines(page).nth(3).waitFor();
  assert.equal(await page.getByText("导出报告").count(), 0, "who steps ends it by hand");
  await page.getByRole("button", { name: "结束" }).click();
  await page.getByText("导出报告").waitFor();
  await page.getByRole("button", { name: "重新开始" }).click();
  await lines(page).first().waitFor({ state: "detached" });
  await say(page, "大家好。");
  assert.deepEqual(wrong, []);
});

test("what is typed is marked as provisional, then as final", async () => {
  const { page, wrong } = await shown();
  await say(page, "原价 399，现在只要 99。");
  await provisional(page).first().waitFor();
  assert.match(await page.locator(".latest").innerText(), /刚听到「原价 399，现在只要 99」/);
  await page.getByText("暂定：后面说的话还可能改变它").first().waitFor();
  await say(page, "谢谢大家。");
  await say(page, "我们再看下一个。");
  await say(page, "用料实在。");
  await page.locator("[data-line='0'] mark:not(.provisional)").first().waitFor();
  assert.equal(await provisional(page).count(), 0);
  assert.deepEqual(wrong, []);
});

test("a mark that later words make clear vanishes", async () => {
  const { page, wrong } = await shown();
  await say(page, WITHDRAWN[0]);
  await provisional(page).first().waitFor();
  await say(page, WITHDRAWN[1]);
  await page.waitForFunction(() => !document.querySelector("zz-live").shadowRoot.querySelector("[data-line='0'] mark"));
  assert.deepEqual(wrong, []);
});

test("what is still to be said is listed, is ticked off when it is said, and stays at the end when it is not", async () => {
  const { page, wrong } = await shown();
  await say(page, "这款保健食品，补充维生素。");
  await still(page).locator("zhunze-finding").filter({ hasText: "保健食品声明" }).waitFor();
  await page.locator("[data-line='0'] mark.open").first().waitFor();
  await say(page, "保健食品不是药物，不能代替药物治疗疾病。");
  await still(page).getByText("都说到了").waitFor();
  assert.match(await still(page).innerText(), /已了结：保健食品声明/);
  await page.getByRole("button", { name: "结束" }).click();
  await page.getByRole("heading", { name: "到结束还缺的" }).waitFor();
  await page.getByRole("button", { name: "重新开始" }).click();
  await say(page, "这款保健食品，补充维生素。");
  await page.getByRole("button", { name: "结束" }).click();
  await page.getByRole("heading", { name: "到结束还缺的" }).waitFor();
  await still(page).locator("zhunze-finding").filter({ hasText: "保健食品声明" }).waitFor();
  assert.deepEqual(wrong, []);
});

test("facts about the goods are heard with all that was said", async () => {
  const { page, wrong } = await shown();
  await say(page, "这款面霜，高血压也能治疗。");
  await page.locator("summary", { hasText: "商品信息" }).click();
  await page.getByLabel("类目").selectOption("food");
  await page.getByRole("button", { name: "结束" }).click();
  await page.getByText("导出报告").waitFor();
  assert.equal(await lines(page).count(), 1);
  assert.deepEqual(wrong, []);
});

test("reports carry what was said, the findings with their places, and the packs", async () => {
  const { page, wrong } = await shown();
  await say(page, "大家好，");
  await say(page, "这是国家级的霜。");
  await page.getByRole("button", { name: "结束" }).click();
  const exported = async (name) => {
    await page.getByText("导出报告").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    return readFile(await download.path(), "utf8");
  };
  const made = JSON.parse(await exported("JSON"));
  assert.deepEqual(made.facts.script, [{ text: "大家好，" }, { text: "这是国家级的霜。" }]);
  const [finding] = made.report.findings;
  assert.deepEqual([finding.spans[0].path, finding.spans[0].utf16], ["/script/1/text", [2, 5]]);
  const csv = await exported("CSV");
  const row = csv.split("\r\n").find((line) => line.includes('"国家级"'));
  assert.match(row, /"2","7","10","国家级"/); // second line; counted in the whole text
  const paper = await exported("HTML");
  for (const part of ["<mark>国家级</mark>", made.source.sha256, made.report.packs[0].digest]) assert.ok(paper.includes(part), part);
  assert.deepEqual(wrong, []);
});

test("everything can be done with the keyboard", async () => {
  const { page, wrong } = await shown();
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute("aria-label") ?? active?.textContent?.trim();
    });
  const tabTo = async (name) => {
    for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) await page.keyboard.press("Tab");
    assert.equal(await focused(), name);
  };
  await tabTo("看一个例子");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "暂停" }).waitFor();
  await tabTo("暂停");
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "1×", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.getByRole("radio", { name: "16×" }).isChecked());
  await tabTo("播放");
  await page.keyboard.press("Enter");
  await page.getByText("导出报告").waitFor();
  await tabTo("全网最低");
  await page.keyboard.press("Enter");
  await page.locator("[data-line='1'][data-picked]").waitFor();
  assert.deepEqual(wrong, []);
});

test("after the first visit it works without a network", async () => {
  const { page, context, wrong } = await shown();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await context.setOffline(true);
  await page.reload();
  await say(page, "这是国家级的霜。");
  await page.locator("zhunze-finding").first().waitFor();
  await page.getByRole("button", { name: "结束" }).click();
  await page.getByText("导出报告").waitFor();
  assert.deepEqual(wrong.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED")), []);
});

test("axe finds nothing wrong, light and dark, and nothing is wider than the screen", async () => {
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [320, "dark"]]) {
    const { page } = await shown({ viewport: { width, height: 800 }, colorScheme });
    await page.getByText("打开带时间的字幕").waitFor();
    assert.deepEqual(await inaccessible(page), []);
    await page.getByRole("button", { name: "看一个例子" }).click();
    await page.locator("zhunze-finding").first().waitFor();
    await page.getByRole("button", { name: "暂停" }).click();
    assert.deepEqual(await inaccessible(page), []);
    await page.getByRole("button", { name: "结束" }).click();
    await page.getByText("导出报告").waitFor();
    assert.deepEqual(await inaccessible(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

test("English is beside the Chinese", async () => {
  const { page, wrong } = await shown();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("textbox", { name: "Say a line" }).fill("这是国家级的霜。");
  await page.keyboard.press("Enter");
  await page.getByText("Listening").waitFor();
  await page.getByText(/Just heard “国家级/).waitFor();
  assert.deepEqual(wrong, []);
});
