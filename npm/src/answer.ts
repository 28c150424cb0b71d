import type { CheckOptions, Finding, PackInfo, Report } from "./report.js";
import type { ErrorRecord } from "./errors.js";
import type { Segment, Update } from "./session.js";
import type { Subject } from "./subject.js";

/** What a {@link WorkerEngine} asks of its worker. */
export type Question =
  | { what: "start"; packs?: Uint8Array | Uint8Array[]; wasm?: WebAssembly.Module; english?: boolean; why?: boolean }
  | { what: "english" }
  | { what: "check"; subject: Subject; options?: CheckOptions }
  | { what: "batch"; subjects: Uint8Array; options?: CheckOptions }
  | { what: "session"; subject: Subject; options?: CheckOptions }
  | { what: "resume"; saved: string; options?: CheckOptions }
  | { what: "push"; session: number; segment: Segment | string }
  | { what: "append"; session: number; text: string }
  | { what: "peek" | "finish" | "save" | "free"; session: number };

/** What comes back. */
export type Answer = { packs: PackInfo[] } | { report: Report } | { reports: Uint8Array } | { session: number } | { update: Update } | { saved: string } | { freed: true };

/** A question on its way. */
export interface Asked {
  id: number;
  question: Question;
}

/** An answer on its way. */
export type Answered =
  /** Findings of a report that comes after them, some at a time, so that taking them in never keeps a page for long. */
  | { id: number; part: Finding[] }
  | { id: number; answer: Answer }
  | { id: number; error: ErrorRecord }
  | { id: number; broken: string };
