import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Handler } from "./handler.js";
import { settings } from "./settings.js";

const { hostname, port, handle } = await settings();
const server = createServer((request, response) => {
  // What no Request can be made of, such as TRACE.
  serve(handle, request, response).catch(() => response.writeHead(400, { connection: "close" }).end());
});
server.listen(port, hostname, () => console.log(`zhunze: http://${hostname}:${port}/check`));
process.once("SIGTERM", () => server.close());

async function serve(handle: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? "/";
  const url = path.startsWith("/") ? `http://host${path}` : path; // proxies write whole addresses
  const headers = new Headers(Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(", ")]));
  const method = request.method ?? "GET";
  const body = method === "GET" || method === "HEAD" ? null : stream(request);
  const answer = await handle(new Request(url, { method, headers, body, duplex: "half" } as RequestInit));
  const bytes = Buffer.from(await answer.arrayBuffer());
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader("content-length", bytes.length);
  if (request.complete) {
    response.writeHead(answer.status).end(bytes);
    return;
  }
  // The rest of the body stays unread. To end here would reset the connection, and the sender might never see the answer.
  response.writeHead(answer.status, { connection: "close" }).write(bytes);
  setTimeout(() => request.socket.destroy(), 1000);
}

/** The body, read only as far as it is asked for; unlike `Readable.toWeb`, leaving it early does not end the connection. */
function stream(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false });
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
