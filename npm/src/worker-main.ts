// What runs in the worker of a WorkerEngine.
import "./web.js";
import type { Answer, Answered, Asked, Question } from "./answer.js";
import { Engine } from "./engine.js";
import { record } from "./errors.js";
import type { CheckOptions, Finding, Report } from "./report.js";
import type { Session, Update } from "./session.js";

let engine: Promise<Engine> | undefined;
let why = true;
/** Whether English texts were left out. */
let lacking = false;
/** The sessions that are open, with the options they were started with. */
const sessions = new Map<number, { session: Session; options: CheckOptions | undefined }>();
let opened = 0;

/** Makes one object of equal ones, so that the copy that goes to the page holds each message and citation once. */
function lean(report: Report): Report {
  const known = new Map<string, unknown>();
  const once = <T>(value: T): T => {
    const key = JSON.stringify(value);
    if (!known.has(key)) known.set(key, value);
    return known.get(key) as T;
  };
  const findings = report.findings.map((finding) => {
    const slim = plain(finding);
    return { ...slim, bound: once(slim.bound), cites: once(slim.cites), message: once(slim.message), ...shared(slim, once) };
  });
  return { ...report, findings };
}

/** A finding without its derivation, where the page asked for none. */
function plain(finding: Finding): Finding {
  const { why: derivation, ...rest } = finding;
  return why ? finding : rest;
}

function told(update: Update): Update {
  const each = (list: Update["new"]) => list.map(({ id, finding }) => ({ id, finding: plain(finding) }));
  return { ...update, new: each(update.new), final: each(update.final) };
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
    lacking = question.packs === undefined && question.english === false;
    // Whether they are trusted was settled where they were handed over.
    engine = question.packs ? Engine.fromPacks(question.packs, { ...options, allowUnsigned: true }) : Engine.builtIn({ ...options, english: !lacking });
    return { packs: (await engine).packs() };
  }
  const ready = await (engine ??= Engine.builtIn());
  switch (question.what) {
    case "english":
      await translated(ready);
      return { packs: (await engine).packs() };
    case "check":
      return { report: lean(ready.check(question.subject, question.options)) };
    case "batch":
      return { reports: ready.checkBatch(question.subjects, question.options) };
    case "session":
      return { session: keep(ready.session(question.subject, question.options), question.options) };
    case "resume":
      return { session: keep(ready.resume(question.saved, question.options), question.options) };
    default:
      return heard(ready, question);
  }
}

/** Puts an engine with English texts in the place of one without. Its packs are the same, so sessions go on with it. */
async function translated(before: Engine): Promise<void> {
  if (!lacking) return;
  const next = await Engine.builtIn();
  if (!lacking) return next.free(); // asked for twice
  lacking = false;
  engine = Promise.resolve(next);
  for (const held of sessions.values()) {
    const old = held.session;
    held.session = next.resume(old.save(), held.options);
    old.free();
  }
  before.free();
}

function keep(session: Session, options: CheckOptions | undefined): number {
  opened += 1;
  sessions.set(opened, { session, options });
  return opened;
}

function heard(ready: Engine, question: Extract<Question, { session: number }>): Answer {
  const found = sessions.get(question.session);
  if (!found) throw new Error("zhunze: the session is finished");
  const { session, options } = found;
  switch (question.what) {
    case "push":
      return { update: told(session.push(question.segment)) };
    case "append":
      return { update: told(session.append(question.text)) };
    case "save":
      return { saved: session.save() };
    case "peek":
      return { report: lean(ready.resume(session.save(), options).finish()) };
    case "finish":
      sessions.delete(question.session);
      return { report: lean(session.finish()) };
    default:
      sessions.delete(question.session);
      session.free();
      return { freed: true };
  }
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
