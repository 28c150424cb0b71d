// Takes the pictures under docs/screenshots from the built pages: each light, dark and on a phone.
import { mkdirSync } from "node:fs";
import { preview } from "vite";
import { chromium } from "playwright-core";

const out = new URL("../../docs/screenshots/", import.meta.url);
const root = new URL("..", import.meta.url).pathname;
const finding = (page) => page.locator("zhunze-finding").first().waitFor();

const PAGES = {
  script: {
    path: "",
    async show(page) {
      await page.getByRole("button", { name: "看一个例子" }).click();
      await finding(page);
      await page.mouse.move(0, 0);
    },
  },
  live: {
    path: "live.html",
    async show(page) {
      await page.getByText("看一个例子").click();
      await page.getByText("16×", { exact: true }).click();
      await page.locator(".still zhunze-finding").waitFor();
      await page.getByRole("button", { name: "暂停" }).click();
    },
  },
  listing: { path: "listing.html", show: finding },
  law: { path: "law.html#cn.advertising/absolute-terms", show: (page) => page.locator("article").waitFor() },
  studio: {
    path: "studio.html",
    async show(page) {
      await page.getByText(/^已编译/).waitFor();
      await finding(page);
    },
  },
};
const LOOKS = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

mkdirSync(out, { recursive: true });
const server = await preview({ root, logLevel: "error", preview: { host: "127.0.0.1", port: 4174 } });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const only = process.argv[2];
for (const [name, { path, show }] of Object.entries(PAGES)) {
  for (const [look, options] of Object.entries(LOOKS)) {
    if (only && only !== name) continue;
    const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    await page.goto(new URL(path, server.resolvedUrls.local[0]).href);
    await show(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: new URL(`${name}-${look}.png`, out).pathname });
    await context.close();
  }
}
await browser.close();
await server.close();
