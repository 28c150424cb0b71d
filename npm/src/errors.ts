import type { Message } from "./report.js";

/** What kind of thing went wrong. */
export type ErrorCode = "input" | "json" | "options" | "pack" | "diagnostics" | "report" | "state" | "trust" | "offline" | "receipt";

/** One thing wrong with a subject, at a JSON pointer. */
export interface Problem {
  path: string;
  message: Message;
  suggestion: string | null;
}

/** One thing the compiler has to say about a source. Lines and columns count from 1, columns in characters. */
export interface Diagnostic {
  code: string;
  level: "error" | "warning" | "info";
  message: Message;
  help?: Message | null;
  file: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  /** Start and end in the bytes of the file. */
  utf8: [start: number, end: number];
}

/** What every error of this package is. */
export class ZhunzeError extends Error {
  override readonly name: string = "ZhunzeError";
  readonly code: ErrorCode;
  /** The message in each language; `message` holds both. */
  readonly text: Message;

  constructor(code: ErrorCode, text: Message, cause?: unknown) {
    super(text.en === undefined ? text.zh : `${text.zh} / ${text.en}`, { cause });
    this.code = code;
    this.text = text;
  }
}

/** The subject or the options are not what the contract says; everything wrong with a subject is told at once. */
export class InputError extends ZhunzeError {
  override readonly name = "InputError";
  readonly problems: Problem[];

  constructor(code: ErrorCode, text: Message, problems: Problem[], cause?: unknown) {
    super(code, text, cause);
    this.problems = problems;
  }
}

/** Bytes are not a pack, are damaged, or do not link with the others. */
export class PackError extends ZhunzeError {
  override readonly name = "PackError";
}

/** Sources do not compile. */
export class CompileError extends ZhunzeError {
  override readonly name = "CompileError";
  readonly diagnostics: Diagnostic[];

  constructor(text: Message, diagnostics: Diagnostic[], cause?: unknown) {
    super("diagnostics", text, cause);
    this.diagnostics = diagnostics;
  }
}

/** Why a pack is not trusted; docs/trust.md says what each means. */
export type TrustReason =
  | "forged"
  | "wrong-key"
  | "threshold"
  | "unsigned"
  | "altered"
  | "older"
  | "expired"
  | "mixed"
  | "engine"
  | "missing"
  | "malformed"
  | "spec-version"
  | "too-large";

/** A pack, or what came with it over the wire, is not trusted. The packs in use stay. */
export class TrustError extends ZhunzeError {
  override readonly name = "TrustError";
  readonly reason: TrustReason;
  /** The file in question, as the repository calls it; `packs/0` is the first that was handed to `Engine.fromPacks`. */
  readonly file: string;

  constructor(text: Message, reason: TrustReason, file: string, cause?: unknown) {
    super("trust", text, cause);
    this.reason = reason;
    this.file = file;
  }
}

/** Nobody answered. The packs in use stay. */
export class OfflineError extends ZhunzeError {
  override readonly name = "OfflineError";
  readonly url: string;

  constructor(url: string, cause?: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super("offline", { zh: `没有连上 ${url}：${why}`, en: `${url} does not answer: ${why}` }, cause);
    this.url = url;
  }
}

/** The record that every host of the engine gets. */
export interface ErrorRecord {
  code: ErrorCode;
  message: Message;
  details?: unknown;
}

/** The exception for a record. */
export function exception({ code, message, details }: ErrorRecord, cause?: unknown): ZhunzeError {
  const list = Array.isArray(details) ? details : [];
  if (code === "trust") {
    const { code: reason, file } = details as { code: TrustReason; file: string };
    return new TrustError(message, reason, file, cause);
  }
  if (code === "pack") return new PackError(code, message, cause);
  if (code === "diagnostics") return new CompileError(message, list as Diagnostic[], cause);
  if (code === "input" || code === "json" || code === "options") return new InputError(code, message, list as Problem[], cause);
  return new ZhunzeError(code, message, cause);
}

/** The record in what the WebAssembly threw, or in an exception of this package. */
export function record(error: unknown): ErrorRecord | undefined {
  const cause = error instanceof Error ? (error.cause as Partial<ErrorRecord> | undefined) : undefined;
  if (typeof cause?.code === "string" && typeof cause.message?.zh === "string") return cause as ErrorRecord;
  return cause instanceof Error ? record(cause) : undefined;
}

/** Runs something of the WebAssembly; what it throws comes out typed. */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const found = record(error);
    throw found === undefined ? error : exception(found, error);
  }
}
