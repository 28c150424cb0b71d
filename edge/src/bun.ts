import { settings } from "./settings.js";

declare const Bun: {
  serve(options: {
    hostname: string;
    port: number;
    maxRequestBodySize: number;
    fetch: (request: Request) => Promise<Response>;
  }): { stop(): Promise<void> };
};

const { hostname, port, handle } = await settings();
// The handler knows the limit; what Bun refuses by itself comes without a reason.
const server = Bun.serve({ hostname, port, maxRequestBodySize: Number.MAX_SAFE_INTEGER, fetch: handle });
console.log(`zhunze: http://${hostname}:${port}/check`);
process.once("SIGTERM", () => void server.stop().then(() => process.exit()));
