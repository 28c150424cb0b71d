// A host's first minutes: paste, see, understand, fix; then files, facts, reports.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { inaccessible, open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const SCRIPT = "家人们，这是国家级配方，全网最好！\n真的，国家级的东西。";
const field = (page) => page.getByRole("textbox", { name: "要检查的话术" });
const value = (page) => page.locator("zhunze-editor").evaluate((editor) => editor.value);

/** A page with a text typed into it, and its findings. */
async function typed(text = SCRIPT, options = {}) {
  const opened = await site.page(options);
  await field(opened.page).click();
  await opened.page.keyboard.insertText(text);
  await opened.page.locator("zhunze-finding").first().waitFor();
  return opened;
}

test("a pasted script shows its findings in the text and in the list", async () => {
  const { page, wrong } = await typed();
  const marked = await page.locator("mark").allTextContents();
  assert.ok(marked.some((text) => text.includes("国家级")), marked.join());
  const first = page.locator("zhunze-finding").filter({ hasText: "全网最好" }).first();
  assert.match(await first.locator("article").innerText(), /广告法》第九条/);
  assert.equal(await page.getByText("不宜发布").count(), 1);
  assert.equal(await page.getByRole("heading", { name: "先改：不宜说" }).count(), 1);
  assert.deepEqual(wrong, []);
});

test("a fix changes the text, its finding goes, and undo brings both back", async () => {
  const script = "给大家带来国家级的面霜，用料实在。";
  const { page, wrong } = await typed(script);
  const finding = page.locator("zhunze-finding").filter({ hasText: "国家级" });
  await finding.getByRole("button", { name: "采用" }).first().click();
  await finding.waitFor({ state: "detached" });
  assert.ok(!(await value(page)).includes("国家级"));
  await page.keyboard.press("Control+z");
  assert.equal(await value(page), script);
  await finding.waitFor();
  assert.deepEqual(wrong, []);
});

test("the words explain themselves under the pointer, and a fix is in the card", async () => {
  const { page } = await typed("给大家带来国家级的面霜，用料实在。");
  await page.locator("mark").first().hover({ position: { x: 5, y: 10 } });
  const card = page.locator(".zhunze-card");
  await card.waitFor();
  assert.match(await card.locator("article").innerText(), /广告法》第九条/);
  await card.getByRole("button", { name: "采用" }).click();
  await page.getByText("未见问题").first().waitFor();
});

test("everything can be done with the keyboard", async () => {
  const { page } = await typed("给大家带来国家级的面霜，用料实在。");
  await field(page).focus();
  await page.keyboard.press("F8");
  assert.equal(await page.evaluate(() => document.querySelector("zz-script").shadowRoot.querySelector("zhunze-editor").shadowRoot.getSelection().toString()), "国家级的");
  await page.keyboard.press("Control+.");
  await page.locator(".zhunze-card").waitFor();
  for (let presses = 0; presses < 5; presses++) {
    const name = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.textContent?.trim();
    });
    if (name === "采用") break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.getByText("未见问题").first().waitFor();
  assert.ok(!(await value(page)).includes("国家级"));
  await page.keyboard.press("Control+z");
  assert.ok((await value(page)).includes("国家级"));
});

test("Tab leaves the text", async () => {
  const { page } = await typed();
  await field(page).focus();
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.shadowRoot.activeElement?.localName), "zhunze-editor");
});

test("Chinese input composes without losing a sign", async () => {
  const { page, context, wrong } = await typed("这款面霜用料实在，国家级的东西");
  const session = await context.newCDPSession(page);
  await field(page).focus();
  await page.keyboard.press("Control+End");
  for (const text of ["q", "quan", "quanwang", "全网最好"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(250); // a check comes back while the composition goes on
  }
  await session.send("Input.insertText", { text: "全网最好" });
  await page.locator("mark", { hasText: "全网最好" }).waitFor();
  assert.equal(await value(page), "这款面霜用料实在，国家级的东西全网最好");
  assert.deepEqual(wrong, []);
});

test("what a person looked at is noted with the reason, and can be taken back", async () => {
  const { page } = await typed();
  await page.getByRole("button", { name: "标为已核" }).first().click();
  await page.getByLabel("为什么可以这样说").fill("引用了评定文件");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "已核" }).waitFor();
  await page.getByText("已核：引用了评定文件").waitFor();
  await page.getByRole("button", { name: "撤回" }).click();
  await page.getByRole("heading", { name: "已核" }).waitFor({ state: "detached" });
});

test("facts about the goods sharpen the result", async () => {
  const { page } = await typed("家人们，这款面霜只剩最后三件，国家级的，高血压也能治疗。");
  await page.locator("summary", { hasText: "商品信息" }).click();
  const before = await page.locator("zz-script").evaluate((element) => element.report.assumptions.length);
  await page.getByLabel("类目").selectOption("prescription-drug");
  await page.waitForFunction((count) => document.querySelector("zz-script").report?.assumptions.length !== count, before);
});

const files = {
  "话术.txt": Buffer.from(SCRIPT),
  "旧话术.txt": Buffer.from([0xb9, 0xfa, 0xbc, 0xd2, 0xbc, 0xb6, 0xb5, 0xc4, 0xcb, 0xaa]), // 国家级的霜 in GBK
  "话术.md": Buffer.from(`# 开场\n\n${SCRIPT}\n`),
  "话术.srt": Buffer.from("1\r\n00:00:01,000 --> 00:00:03,000\r\n<i>这是国家级</i>\r\n配方\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\n谢谢\r\n"),
  "话术.vtt": Buffer.from("WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:03.000 align:start\n<v 阿宁>这是国家级配方\n"),
  "话术.docx": Buffer.from(
    zipSync({
      "word/document.xml": strToU8(
        '<w:document><w:body><w:p><w:r><w:t xml:space="preserve">这是国家</w:t></w:r><w:r><w:t>级&amp;配方</w:t><w:br/></w:r></w:p><w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:tab/><w:t>好</w:t></w:r></w:p></w:body></w:document>',
      ),
    }),
  ),
};
const texts = {
  "旧话术.txt": "国家级的霜",
  "话术.srt": "这是国家级 配方\n谢谢",
  "话术.vtt": "这是国家级配方",
  "话术.docx": "这是国家级&配方\n\n\t好",
};

for (const [name, buffer] of Object.entries(files)) {
  test(`opens ${name}`, async () => {
    const { page, wrong } = await site.page();
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.locator("zhunze-finding").first().waitFor();
    assert.equal(await value(page), texts[name] ?? buffer.toString());
    assert.deepEqual(wrong, []);
  });
}

test("subtitles are saved with their times", async () => {
  const { page } = await site.page();
  await page.locator("input[type=file]").setInputFiles({ name: "话术.srt", mimeType: "", buffer: files["话术.srt"] });
  await page.locator("zhunze-finding").first().waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "存文字" }).click()]);
  assert.equal(download.suggestedFilename(), "话术.srt");
  assert.equal(await readFile(await download.path(), "utf8"), "1\n00:00:01,000 --> 00:00:03,000\n这是国家级 配方\n\n2\n00:00:04,000 --> 00:00:06,000\n谢谢\n");
});

test("a file of another kind is refused with a reason", async () => {
  const { page } = await site.page();
  await page.locator("input[type=file]").setInputFiles({ name: "话术.docx", mimeType: "", buffer: Buffer.from("no zip") });
  await page.getByText("这个 .docx 里没有读到文字").waitFor();
  await page.locator("input[type=file]").setInputFiles({ name: "a.exe", mimeType: "", buffer: Buffer.from("") });
  await page.getByText("打不开这种文件").waitFor();
});

test("a file dropped on the page is opened", async () => {
  const { page } = await site.page();
  await field(page).waitFor();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "x.txt"));
    return transfer;
  }, SCRIPT);
  await page.dispatchEvent("zz-script", "dragover", { dataTransfer: data });
  await page.getByText("松手打开文件").waitFor();
  await page.dispatchEvent("zz-script", "drop", { dataTransfer: data });
  await page.locator("zhunze-finding").first().waitFor();
  assert.equal(await value(page), SCRIPT);
});

test("reports carry the findings, the packs, the dates, the digest and what was reviewed", async () => {
  const { page, wrong } = await typed();
  await page.getByRole("button", { name: "标为已核" }).first().click();
  await page.getByLabel("为什么可以这样说").fill("已问法务");
  await page.keyboard.press("Enter");
  const exported = async (name) => {
    await page.getByText("导出报告").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
  };
  const [jsonName, jsonText] = await exported("JSON");
  const made = JSON.parse(jsonText);
  assert.match(jsonName, /^zhunze-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}\.json$/);
  assert.equal(made.report.schema, "zhunze.report/1");
  assert.match(made.source.sha256, /^[0-9a-f]{64}$/);
  assert.equal(made.reviewed[0].reason, "已问法务");
  const { digest } = made.report.packs[0];
  const [, csv] = await exported("CSV");
  assert.equal(csv.trimEnd().split("\r\n").length, 1 + made.report.findings.reduce((sum, { spans }) => sum + Math.max(spans.length, 1), 0));
  const [, paper] = await exported("HTML");
  for (const text of [csv, paper]) {
    for (const part of [digest, made.report.evaluated_on, made.source.sha256, "已问法务", "全网最好"]) assert.ok(text.includes(part), part);
  }
  assert.deepEqual(wrong, []);
});

test("the prompter shows the script in large type", async () => {
  const { page, wrong } = await typed();
  await page.getByRole("button", { name: "提词" }).click();
  const dialog = page.getByRole("dialog", { name: "提词" });
  assert.match(await dialog.innerText(), /国家级配方/);
  assert.ok((await dialog.locator("mark").count()) >= 2);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.deepEqual(wrong, []);
});

test("nothing is wider than the screen, from phone to desktop", async () => {
  for (const width of [320, 390, 768, 1280, 1920]) {
    const { page } = await site.page({ viewport: { width, height: 800 } });
    await page.getByRole("button", { name: "看一个例子" }).click();
    await page.locator("zhunze-finding").first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

test("English is one click away and is remembered", async () => {
  const { page, wrong } = await site.page();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Open a file").waitFor();
  await page.reload();
  await page.getByText("Open a file").waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(wrong, []);
});

test("axe finds nothing wrong, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page } = await site.page({ colorScheme });
    await field(page).waitFor();
    assert.deepEqual(await inaccessible(page), []);
    await page.getByRole("button", { name: "看一个例子" }).click();
    await page.locator("zhunze-finding").first().waitFor();
    await page.locator("summary", { hasText: "商品信息" }).click();
    assert.deepEqual(await inaccessible(page), []);
  }
});

test("200 KB are typed into without a frame over 50 ms", async () => {
  const { page } = await site.page();
  const line = "家人们，这款国家级面霜，用料实在，最好先在耳后试用一下，没有刺痒再上脸，收到货给五星好评返现五块。\n";
  await page.locator("zhunze-editor").evaluate((editor, text) => (editor.value = text), line.repeat(Math.ceil(200_000 / Buffer.byteLength(line))));
  await page.locator("zhunze-finding").first().waitFor({ timeout: 15_000 });
  await field(page).click();
  await page.keyboard.press("F8");
  await page.evaluate(() => {
    globalThis.long = [];
    new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });
  });
  await page.keyboard.type("keyboard typing goes on while the check runs, and goes on", { delay: 40 });
  await page.waitForTimeout(1500);
  const long = await page.evaluate(() => globalThis.long);
  assert.deepEqual(long, [], `tasks over 50 ms: ${long}`);
});
