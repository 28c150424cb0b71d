// Serves the built pages and opens them in Debian's Chromium, in which nothing may leave this origin.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { preview } from "vite";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function open() {
  const server = await preview({
    root: new URL("..", import.meta.url).pathname,
    logLevel: "error",
    preview: { host: "127.0.0.1", port: 4173 },
  });
  const origin = new URL(server.resolvedUrls.local[0]).origin;
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: FLAGS });
  return {
    origin,
    /** A page, and what went wrong on it: errors, complaints of the policy, requests to elsewhere. */
    async page({ path = "", ...options } = {}) {
      const context = await browser.newContext({ locale: "zh-CN", ...options });
      const page = await context.newPage();
      const wrong = [];
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
      page.on("request", (request) => {
        const address = request.url();
        if (!address.startsWith("blob:") && new URL(address).origin !== origin) wrong.push(`request: ${address}`);
      });
      await page.goto(`${origin}/${path}`);
      return { page, wrong, context };
    },
    /** An empty page. */
    async blank(options) {
      return (await browser.newContext({ locale: "zh-CN", ...options })).newPage();
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** What axe finds wrong with a page. Evaluated in the page by the debugger, which the page's policy does not concern. */
export async function inaccessible(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat()} ${failureSummary}`).slice(0, 3).join(" | ")}`);
}
