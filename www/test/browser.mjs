// Serves the built pages and opens them in Debian's Chromium, in which nothing may leave this origin.
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
    async page(options = {}) {
      const context = await browser.newContext({ locale: "zh-CN", ...options });
      const page = await context.newPage();
      const wrong = [];
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
      page.on("request", (request) => new URL(request.url()).origin === origin || wrong.push(`request: ${request.url()}`));
      await page.goto(`${origin}/`);
      return { page, wrong };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
