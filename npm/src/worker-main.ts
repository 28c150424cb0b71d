// What runs in the worker of a WorkerEngine.
import "./web.js";
import type { Answer, Answered, Asked, Question } from "./answer.js";
import { Engine } from "./engine.js";
import { record } from "./errors.js";

let engine: Promise<Engine> | undefined;

async function answer(question: Question): Promise<Answer> {
  if (question.what === "start") {
    const options = question.wasm ? { wasm: question.wasm } : {};
    engine = question.packs ? Engine.fromPacks(question.packs, options) : Engine.builtIn(options);
    return { packs: (await engine).packs() };
  }
  const ready = await (engine ??= Engine.builtIn());
  if (question.what === "check") return { report: ready.check(question.subject, question.options) };
  return { reports: ready.checkBatch(question.subjects, question.options) };
}

const port = globalThis as unknown as Worker;
port.addEventListener("message", ({ data: { id, question } }: MessageEvent<Asked>) => {
  answer(question).then(
    (given) => port.postMessage({ id, answer: given } satisfies Answered),
    (error: unknown) => {
      const found = record(error);
      port.postMessage((found ? { id, error: found } : { id, broken: String(error) }) satisfies Answered);
    },
  );
});
