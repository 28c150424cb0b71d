import { settings } from "./settings.js";

declare const Deno: {
  serve(options: { hostname: string; port: number }, handle: (request: Request) => Promise<Response>): { shutdown(): Promise<void> };
  addSignalListener(signal: "SIGTERM", run: () => void): void;
};

const { hostname, port, handle } = await settings();
const server = Deno.serve({ hostname, port }, handle);
Deno.addSignalListener("SIGTERM", () => void server.shutdown().then(() => process.exit()));
