// The component in a form of somebody else's page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inaccessible, open } from "./browser.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

/** A page with nothing but a form and the component in it. */
async function form(attributes) {
  const opened = await site.page();
  await opened.page.locator("zhunze-editor").waitFor();
  await opened.page.evaluate(
    (given) => {
      const form = document.createElement("form");
      const heading = document.createElement("h1");
      heading.textContent = "form";
      const main = document.createElement("main");
      const editor = document.createElement("zhunze-editor");
      for (const [name, value] of Object.entries(given)) editor.setAttribute(name, value);
      globalThis.seen = [];
      for (const type of ["input", "change", "report", "facts"]) editor.addEventListener(type, (event) => globalThis.seen.push([type, event.detail?.decision]));
      form.append(editor);
      main.append(heading, form);
      document.body.replaceChildren(main);
    },
    attributes,
  );
  return { ...opened, editor: opened.page.locator("zhunze-editor"), text: opened.page.getByRole("textbox").first() };
}

test("it is submitted, required, restored and judged with its form", async () => {
  const { page, editor, text, wrong } = await form({ name: "copy", label: "详情", kind: "listing", value: "手感细腻", required: "", strict: "" });
  const state = () => page.evaluate(() => ({ data: new FormData(document.forms[0]).get("copy"), valid: document.forms[0].checkValidity() }));
  await page.waitForFunction(() => globalThis.seen.some(([type]) => type === "report"));
  assert.deepEqual(await state(), { data: "手感细腻", valid: true });
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("，国家级面料");
  await page.waitForFunction(() => globalThis.seen.some(([, decision]) => decision === "block"));
  assert.deepEqual(await state(), { data: "手感细腻，国家级面料", valid: false });
  await page.getByRole("button", { name: "采用 1 处稳妥改法" }).click();
  await page.waitForFunction(() => globalThis.seen.at(-1)[1] === "pass");
  assert.deepEqual(await state(), { data: "手感细腻，面料", valid: true });
  await editor.evaluate((element) => (element.value = ""));
  assert.equal((await state()).valid, false);
  await page.evaluate(() => document.forms[0].reset());
  assert.deepEqual(await state(), { data: "手感细腻", valid: true });
  assert.deepEqual(await page.evaluate(() => [...new Set(globalThis.seen.map(([type]) => type))].sort()), ["change", "input", "report"]);
  assert.deepEqual(wrong, []);
});

test("it asks for just the facts that would settle something, and goes on with the answer", async () => {
  const { page, editor, wrong } = await form({ label: "话术", language: "en" });
  await editor.evaluate((element) => {
    element.checker = {
      check: async (subject) => {
        globalThis.subject = subject;
        const missing = subject.products?.[0]?.stock === undefined ? ["products[].stock", "products[].category", "states <x>", "hosts"] : [];
        return { decision: missing.length ? "review" : "pass", packs: [], input_warnings: [], exempt: [], assumptions: [], findings: missing.length ? [{ rule: "a/b", name: "库存", status: "undetermined", severity: "low", bound: [], cites: [], message: { zh: "缺" }, spans: [], missing }] : [] };
      },
    };
    element.value = "只剩三件";
  });
  await page.getByRole("button", { name: "Supply 2 facts" }).click();
  const facts = page.locator("zhunze-facts");
  assert.equal(await facts.locator("label").count(), 2);
  await facts.getByLabel("Units for sale").fill("3");
  await page.keyboard.press("Tab");
  await page.getByText("Nothing found").waitFor();
  assert.equal(await page.evaluate(() => globalThis.subject.products[0].stock), 3);
  assert.ok(await page.evaluate(() => globalThis.seen.some(([type]) => type === "facts")));
  assert.deepEqual(await inaccessible(page), []);
  assert.deepEqual(wrong, []);
});

test("what goes wrong is said, and the next text is checked again", async () => {
  const { page, editor } = await form({ label: "话术" });
  await editor.evaluate((element) => {
    element.checker = { check: async () => Promise.reject(new Error("broken")) };
    element.value = "国家级";
  });
  await page.getByText("没有查成：broken").waitFor();
  await editor.evaluate((element) => {
    element.checker = undefined;
    element.value = "国家级的霜";
  });
  await page.locator("mark", { hasText: "国家级" }).waitFor();
});

test("it is moved in the page without losing text, marks or undo", async () => {
  const { page, text, editor } = await form({ label: "话术" });
  await text.click();
  await page.keyboard.insertText("国家级的霜");
  await page.locator("mark").waitFor();
  await page.evaluate(() => document.forms[0].append(document.querySelector("zhunze-editor")));
  await page.locator("mark", { hasText: "国家级" }).waitFor();
  await text.click();
  await page.keyboard.press("Control+z");
  assert.equal(await editor.evaluate((element) => element.value), "");
});

test("its colours can be set from outside, and it can be disabled", async () => {
  const { page, editor, text } = await form({ label: "话术" });
  await text.click();
  await page.keyboard.insertText("国家级的霜");
  await page.locator("mark").waitFor();
  await editor.evaluate((element) => element.style.setProperty("--zhunze-breach", "rgb(1, 2, 3)"));
  await editor.evaluate((element) => element.style.setProperty("--zhunze-open", "rgb(1, 2, 3)"));
  assert.equal(await page.locator("mark").evaluate((mark) => getComputedStyle(mark).borderBottomColor), "rgb(1, 2, 3)");
  await editor.evaluate((element) => (element.disabled = true));
  await page.waitForFunction(() => document.querySelector("zhunze-editor").shadowRoot.querySelector("[contenteditable=false]"));
});
