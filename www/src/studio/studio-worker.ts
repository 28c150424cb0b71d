// The compiler and an engine of what it made, away from the page.
import { Engine, type CheckOptions, type PackInfo, type Report, type Subject } from "zhunze";
import { compile, CompileError, type Diagnostic } from "zhunze/compiler";

export type Question = { what: "compile"; files: Record<string, string> } | { what: "check"; subject: Subject; options?: CheckOptions };
export type Answer = { pack: Uint8Array; packs: PackInfo[]; took: number } | { diagnostics: Diagnostic[] } | { report: Report };

let engine: Engine | undefined;

async function answer(question: Question): Promise<Answer> {
  if (question.what === "check") {
    if (!engine) throw new Error("nothing is compiled yet");
    return { report: engine.check(question.subject, question.options) };
  }
  const begun = performance.now();
  try {
    const pack = await compile(question.files);
    const next = await Engine.fromPacks(pack);
    engine?.free();
    engine = next;
    return { pack, packs: next.packs(), took: performance.now() - begun };
  } catch (error) {
    if (error instanceof CompileError) return { diagnostics: error.diagnostics };
    throw error;
  }
}

const port = globalThis as unknown as Worker;
port.addEventListener("message", ({ data: { id, question } }: MessageEvent<{ id: number; question: Question }>) => {
  answer(question).then(
    (given) => port.postMessage({ id, answer: given }),
    (error: unknown) => port.postMessage({ id, broken: error instanceof Error ? error.message : String(error) }),
  );
});
