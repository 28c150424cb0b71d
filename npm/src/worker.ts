import type { Answer, Answered, Asked, Question } from "./answer.js";
import { exception } from "./errors.js";
import { applyFixes, safeFixes } from "./fix.js";
import type { Fixed } from "./engine.js";
import type { CheckOptions, Finding, Fix, PackInfo, Report } from "./report.js";
import type { Segment, Update } from "./session.js";
import type { Subject } from "./subject.js";
import { demandVouched } from "./vouched.js";

export interface WorkerOptions {
  /** A worker that runs `zhunze/worker-main`, where the bundler or a policy wants it made by the caller. */
  worker?: Worker;
  /** Packs of the caller's instead of the built-in ones, trusted as `Engine.fromPacks` says. */
  packs?: Uint8Array | Uint8Array[];
  /** Loads packs that nobody signed. */
  allowUnsigned?: boolean;
  /** The module, where the worker cannot fetch it by itself. */
  wasm?: WebAssembly.Module;
  /** `false` leaves English texts out of the built-in packs, until {@link WorkerEngine.loadEnglish} asks for them. */
  english?: boolean;
  /** `false` leaves the derivations out of reports, which a page that shows findings has no use for. */
  why?: boolean;
}

/** An engine in a Web Worker, so that no text, however long, ever keeps the page from answering. */
export class WorkerEngine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: unknown) => void; findings: Finding[] }>();
  #packs: PackInfo[] = [];
  #asked = 0;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.id);
      if ("part" in data) {
        waiting?.findings.push(...data.part);
        return;
      }
      this.#waiting.delete(data.id);
      if ("answer" in data) {
        if ("report" in data.answer) data.answer.report.findings = waiting?.findings ?? [];
        waiting?.resolve(data.answer);
      } else waiting?.reject("error" in data ? exception(data.error) : new Error(data.broken));
    });
    worker.addEventListener("error", (event) => this.#fail(new Error(event.message || "zhunze: the worker did not start")));
  }

  /** Starts a worker and loads the built-in packs there, or the caller's. */
  static async start({ worker, packs, allowUnsigned, wasm, english, why }: WorkerOptions = {}): Promise<WorkerEngine> {
    // The worker gets copies, which nobody vouches for any more.
    if (packs && allowUnsigned !== true) await demandVouched(packs instanceof Uint8Array ? [packs] : packs);
    const engine = new WorkerEngine(worker ?? new Worker(new URL("./worker-main.js", import.meta.url), { type: "module" }));
    const answer = await engine.#ask({ what: "start", ...(packs && { packs }), ...(wasm && { wasm }), ...(english === false && { english }), ...(why === false && { why }) });
    if ("packs" in answer) engine.#packs = answer.packs;
    return engine;
  }

  /** Checks one subject. */
  async check(subject: Subject, options?: CheckOptions): Promise<Report> {
    return ((await this.#ask({ what: "check", subject, ...(options && { options }) })) as { report: Report }).report;
  }

  /** Checks NDJSON, a subject a line in, a report a line out, in order. */
  async checkBatch(subjects: Uint8Array, options?: CheckOptions): Promise<Uint8Array> {
    return ((await this.#ask({ what: "batch", subjects, ...(options && { options }) })) as { reports: Uint8Array }).reports;
  }

  /** Applies fixes and checks again, as `Engine.fix` does. */
  async fix<T extends Subject>(subject: T, options?: CheckOptions & { fixes?: readonly Fix[] }): Promise<Fixed<T>> {
    const { fixes, ...rest } = options ?? {};
    const chosen = fixes ?? safeFixes(await this.check(subject, rest));
    const changed = applyFixes(subject, chosen);
    return { subject: changed, applied: [...chosen], report: await this.check(changed, rest) };
  }

  /** Starts a live session, as `Engine.session` does. */
  async session(subject: Subject, options?: CheckOptions): Promise<WorkerSession> {
    return this.#opened({ what: "session", subject, ...(options && { options }) });
  }

  /** Goes on with a session that {@link WorkerSession.save} or `Session.save` wrote. */
  async resume(saved: string, options?: CheckOptions): Promise<WorkerSession> {
    return this.#opened({ what: "resume", saved, ...(options && { options }) });
  }

  /** Loads the English texts that `english: false` left out. Sessions go on; what they told before stays in Chinese. */
  async loadEnglish(): Promise<void> {
    await this.#ask({ what: "english" });
  }

  /** What is loaded. */
  packs(): PackInfo[] {
    return this.#packs;
  }

  /** Ends the worker; what is still asked of it fails. */
  free(): void {
    this.#worker.terminate();
    this.#fail(new Error("zhunze: the worker was ended"));
  }

  async #opened(question: Question): Promise<WorkerSession> {
    const { session } = (await this.#ask(question)) as { session: number };
    return new WorkerSession(session, (asked) => this.#ask(asked));
  }

  #ask(question: Question): Promise<Answer> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, findings: [] });
      this.#worker.postMessage({ id, question } satisfies Asked);
    });
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** A live session in the worker of a {@link WorkerEngine}. What is asked of it is answered in the order in which it was asked. */
export class WorkerSession {
  readonly #session: number;
  readonly #ask: (question: Question) => Promise<Answer>;

  /** @internal */
  constructor(session: number, ask: (question: Question) => Promise<Answer>) {
    this.#session = session;
    this.#ask = ask;
  }

  /** Takes the next segment. One that is refused is left out, and the session is as before. */
  async push(segment: Segment | string): Promise<Update> {
    return ((await this.#ask({ what: "push", session: this.#session, segment })) as { update: Update }).update;
  }

  /** Adds words to the last segment. */
  async append(text: string): Promise<Update> {
    return ((await this.#ask({ what: "append", session: this.#session, text })) as { update: Update }).update;
  }

  /** What {@link finish} would report if the stream ended now; the session goes on. */
  async peek(): Promise<Report> {
    return ((await this.#ask({ what: "peek", session: this.#session })) as { report: Report }).report;
  }

  /** Ends the stream: the report holds what was not final before, and the decision on the whole. The session is then used up. */
  async finish(): Promise<Report> {
    return ((await this.#ask({ what: "finish", session: this.#session })) as { report: Report }).report;
  }

  /** The session as text, for {@link WorkerEngine.resume}. It holds the subject and the last sentences. */
  async save(): Promise<string> {
    return ((await this.#ask({ what: "save", session: this.#session })) as { saved: string }).saved;
  }

  /** Frees the memory of a session that is not finished. */
  async free(): Promise<void> {
    await this.#ask({ what: "free", session: this.#session });
  }
}
