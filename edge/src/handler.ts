import { InputError, type CheckOptions } from "zhunze";
import { read } from "./body.js";
import type { Packs } from "./packs.js";

export interface HandlerOptions {
  packs: Packs;
  /** How many bytes a body may have; 1 MiB. */
  limit?: number;
  /** What the operator sets for every check, such as a policy or the platform's categories. A query adds to it. */
  options?: CheckOptions;
}

/** What every runtime can serve. */
export type Handler = (request: Request) => Promise<Response>;

/**
 * `POST /check` → the report on a subject; with `application/x-ndjson`, a subject a line in and a report a line out.
 * `GET /packs` → which packs are in use.
 */
export function handler(options: HandlerOptions): Handler {
  return async (request) => {
    try {
      return await route(request, options);
    } catch (error) {
      if (error instanceof Refusal) return error.response();
      if (error instanceof InputError) return json(400, { error: { code: error.code, details: details(error), message: error.text } });
      console.error(error);
      return new Refusal(500, "internal", "内部错误", "internal error").response();
    }
  };
}

async function route(request: Request, options: HandlerOptions): Promise<Response> {
  const url = new URL(request.url);
  switch (url.pathname) {
    case "/check":
      allow(request, "POST");
      return check(request, url.searchParams, options);
    case "/packs":
      allow(request, "GET", "HEAD");
      await ready(options.packs);
      return json(200, { packs: options.packs.engine.packs() });
    default:
      throw new Refusal(404, "path", `没有 ${url.pathname}；请 POST /check`, `there is no ${url.pathname}; POST to /check`);
  }
}

async function check(request: Request, query: URLSearchParams, { packs, limit = 1 << 20, options }: HandlerOptions): Promise<Response> {
  const batch = type(request) === NDJSON;
  const asked = { ...options, ...chosen(query) };
  const body = await whole(request, limit);
  await ready(packs);
  // No other request runs from here on, so what is checked is checked by one set of packs.
  if (batch) return answer(200, NDJSON, packs.engine.checkBatch(body, asked));
  return answer(200, JSON_TYPE, packs.engine.checkJson(text(body), asked));
}

/** Loads packs, or looks for new ones. */
async function ready(packs: Packs): Promise<void> {
  try {
    await packs.ready();
  } catch (error) {
    console.error(error);
    throw new Refusal(503, "packs", "规则包尚未载入", "no packs are loaded yet", { "retry-after": "5" });
  }
}

function allow(request: Request, ...methods: string[]): void {
  if (methods.includes(request.method)) return;
  const list = methods.join(", ");
  throw new Refusal(405, "method", `这里只接受 ${list}`, `only ${list} is allowed here`, { allow: list });
}

const JSON_TYPE = "application/json";
const NDJSON = "application/x-ndjson";

/** The type of the body. Where none is given it is JSON; a form, as `curl -d` sends by itself, is refused rather than guessed at. */
function type(request: Request): string {
  const [type = "", ...parameters] = (request.headers.get("content-type") ?? JSON_TYPE).split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  if (![JSON_TYPE, NDJSON].includes(type) || (charset !== undefined && !/^charset="?utf-8"?$/.test(charset))) {
    throw new Refusal(415, "type", `请发送 UTF-8 的 ${JSON_TYPE} 或者 ${NDJSON}`, `send ${JSON_TYPE} or ${NDJSON} in UTF-8`);
  }
  if ((request.headers.get("content-encoding") ?? "identity") !== "identity") {
    throw new Refusal(415, "type", "请不要压缩请求体", "send the body uncompressed", { "accept-encoding": "identity" });
  }
  return type;
}

const QUERY = ["on", "as_of", "scope", "detail"] as const;

/** The options in a query, by the names that `check` knows; the engine judges the values. */
function chosen(query: URLSearchParams): CheckOptions {
  for (const key of query.keys()) {
    if (!QUERY.some((known) => known === key)) {
      throw new Refusal(400, "options", `没有选项 ${key}；有 ${QUERY.join("、")}`, `there is no option ${key}; there are ${QUERY.join(", ")}`);
    }
  }
  return Object.fromEntries(query) as CheckOptions;
}

async function whole(request: Request, limit: number): Promise<Uint8Array> {
  const huge = () => new Refusal(413, "size", `请求体超过 ${limit} 字节`, `the body has more than ${limit} bytes`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw huge();
  const body = await read(request.body, limit).catch(() => {
    throw new Refusal(400, "body", "请求体没有发完", "the body ended early");
  });
  if (body === undefined) throw huge();
  return body;
}

function text(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new Refusal(400, "json", "输入不是 UTF-8", "the input is not UTF-8");
  }
}

function details({ problems }: InputError): unknown {
  return problems.length > 0 ? problems : null;
}

/** An answer that is no report: the error record that every host of the engine gives. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly zh: string,
    readonly en: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(en);
  }

  response(): Response {
    return json(this.status, { error: { code: this.code, details: null, message: { en: this.en, zh: this.zh } } }, this.headers);
  }
}

function json(status: number, value: unknown, headers?: Record<string, string>): Response {
  return answer(status, JSON_TYPE, JSON.stringify(value), headers);
}

function answer(status: number, type: string, body: string | Uint8Array, headers: Record<string, string> = {}): Response {
  const all = { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers };
  return new Response(body as BodyInit, { status, headers: all });
}
