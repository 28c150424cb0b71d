import type { CheckOptions, Report, Subject } from "zhunze";
import type { Explanation, Suggestion } from "zhunze/compiler";
import type { Answer, Open, Question } from "./studio-worker.js";

/** The compiler in its worker, started when the page first needs it. */
export class Compiler {
  #worker: Worker | undefined;
  #asked = 0;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();

  /** Compiles the pack of a file and those it uses. */
  compile(files: Record<string, string>, file: string): Promise<Answer> {
    return this.#ask({ what: "compile", files, file });
  }

  async complete(open: Open, at: number): Promise<Suggestion[]> {
    return ((await this.#ask({ what: "complete", open, at })) as { suggestions: Suggestion[] }).suggestions;
  }

  async hover(open: Open, at: number): Promise<Explanation | undefined> {
    return ((await this.#ask({ what: "hover", open, at })) as { explanation: Explanation | undefined }).explanation;
  }

  async folds(open: Open): Promise<[number, number][]> {
    return ((await this.#ask({ what: "folds", open })) as { folds: [number, number][] }).folds;
  }

  /** The text in its layout; nothing where it does not parse. */
  async format(open: Open): Promise<string | undefined> {
    return ((await this.#ask({ what: "format", open })) as { text: string | undefined }).text;
  }

  async check(subject: Subject, options?: CheckOptions): Promise<Report> {
    return ((await this.#ask({ what: "check", subject, ...(options && { options }) })) as { report: Report }).report;
  }

  #ask(question: Question): Promise<Answer> {
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, question });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./studio-worker.ts", import.meta.url), { type: "module", name: "compiler" });
    worker.addEventListener("message", ({ data }: MessageEvent<{ id: number; answer?: Answer; broken?: string }>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.answer) waiting?.resolve(data.answer);
      else waiting?.reject(new Error(data.broken));
    });
    worker.addEventListener("error", (event) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message || "the compiler did not start"));
      this.#waiting.clear();
      this.#worker = undefined;
    });
    return worker;
  }
}
