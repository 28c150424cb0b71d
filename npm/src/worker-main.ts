// What runs in the worker of a WorkerEngine.
import "./web.js";
import type { Answer, Answered, Asked, Question } from "./answer.js";
import { Engine } from "./engine.js";
import { record } from "./errors.js";
import type { Finding, Report } from "./report.js";

let engine: Promise<Engine> | undefined;
let why = true;

/** Makes one object of equal ones, so that the copy that goes to the page holds each message and citation once. */
function lean(report: Report): Report {
  const known = new Map<string, unknown>();
  const once = <T>(value: T): T => {
    const key = JSON.stringify(value);
    if (!known.has(key)) known.set(key, value);
    return known.get(key) as T;
  };
  const findings = report.findings.map((finding) => {
    const { why: derivation, ...rest } = finding;
    const slim: Finding = why ? finding : rest;
    return { ...slim, bound: once(slim.bound), cites: once(slim.cites), message: once(slim.message), ...shared(slim, once) };
  });
  return { ...report, findings };
}

function shared({ possible_exceptions, fixes }: Finding, once: <T>(value: T) => T): Partial<Finding> {
  return {
    ...(possible_exceptions && { possible_exceptions: once(possible_exceptions) }),
    ...(fixes && { fixes: fixes.map((fix) => (fix.edits.length ? fix : once(fix))) }),
  };
}

async function answer(question: Question): Promise<Answer> {
  if (question.what === "start") {
    why = question.why ?? true;
    const options = question.wasm ? { wasm: question.wasm } : {};
    engine = question.packs ? Engine.fromPacks(question.packs, options) : Engine.builtIn(options);
    return { packs: (await engine).packs() };
  }
  const ready = await (engine ??= Engine.builtIn());
  if (question.what === "check") return { report: lean(ready.check(question.subject, question.options)) };
  return { reports: ready.checkBatch(question.subjects, question.options) };
}

/** Findings go some at a time, then the rest. */
function send(id: number, answer: Answer): void {
  if (!("report" in answer)) {
    port.postMessage({ id, answer } satisfies Answered);
    return;
  }
  const { findings } = answer.report;
  for (let from = 0; from < findings.length; from += PART) {
    port.postMessage({ id, part: findings.slice(from, from + PART) } satisfies Answered);
  }
  port.postMessage({ id, answer: { report: { ...answer.report, findings: [] } } } satisfies Answered);
}

const PART = 250;
const port = globalThis as unknown as Worker;
port.addEventListener("message", ({ data: { id, question } }: MessageEvent<Asked>) => {
  answer(question).then(
    (given) => send(id, given),
    (error: unknown) => {
      const found = record(error);
      port.postMessage((found ? { id, error: found } : { id, broken: String(error) }) satisfies Answered);
    },
  );
});
