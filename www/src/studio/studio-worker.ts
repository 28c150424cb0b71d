// The compiler, what an editor asks of it, and an engine of what it made, away from the page.
import { Engine, type CheckOptions, type PackInfo, type Report, type Subject } from "zhunze";
import { CompileError, Workspace, type Diagnostic, type Explanation, type QuickFix, type Suggestion } from "zhunze/compiler";

/** A file as it stands in the editor. */
export interface Open {
  file: string;
  text: string;
}

/** A problem, where it stands in UTF-16 units, and what mends it. */
export type Problem = Diagnostic & { range: [start: number, end: number]; fix: QuickFix | undefined };

export type Question =
  | { what: "compile"; files: Record<string, string>; file: string }
  | { what: "check"; subject: Subject; options?: CheckOptions }
  | { what: "complete" | "hover"; open: Open; at: number }
  | { what: "folds" | "format"; open: Open };
export type Answer =
  | { pack: Uint8Array; packs: PackInfo[]; took: number }
  | { problems: Problem[] }
  | { report: Report }
  | { suggestions: Suggestion[] }
  | { explanation: Explanation | undefined }
  | { folds: [start: number, end: number][] }
  | { text: string | undefined };

let engine: Engine | undefined;
let opened: Promise<Workspace> | undefined;
/** What the workspace holds, so that only what changed is read anew. */
const held = new Map<string, string>();

function put(workspace: Workspace, file: string, text: string): void {
  if (held.get(file) === text) return;
  workspace.set(file, text);
  held.set(file, text);
}

async function answer(question: Question): Promise<Answer> {
  if (question.what === "check") {
    if (!engine) throw new Error("nothing is compiled yet");
    return { report: engine.check(question.subject, question.options) };
  }
  opened ??= Workspace.open();
  opened.catch(() => (opened = undefined)); // so that a retry may work
  const workspace = await opened;
  if (question.what === "compile") return compiled(workspace, question.files, question.file);
  const { file, text } = question.open;
  put(workspace, file, text);
  switch (question.what) {
    case "complete":
      return { suggestions: workspace.complete(file, question.at) };
    case "hover":
      return { explanation: workspace.hover(file, question.at) };
    case "folds":
      return { folds: workspace.folds(file) };
    default:
      return { text: formatted(workspace, file) };
  }
}

async function compiled(workspace: Workspace, files: Record<string, string>, file: string): Promise<Answer> {
  const begun = performance.now();
  for (const name of held.keys()) {
    if (name in files) continue;
    workspace.remove(name);
    held.delete(name);
  }
  for (const [name, text] of Object.entries(files)) put(workspace, name, text);
  try {
    const pack = workspace.compile(file);
    const next = await Engine.fromPacks(pack);
    engine?.free();
    engine = next;
    return { pack, packs: next.packs(), took: performance.now() - begun };
  } catch (error) {
    if (error instanceof CompileError) return { problems: problems(error.diagnostics, workspace.fixes(), files) };
    throw error;
  }
}

/** Nothing for a file that does not parse: the problems say why. */
function formatted(workspace: Workspace, file: string): string | undefined {
  try {
    return workspace.format(file);
  } catch (error) {
    if (error instanceof CompileError) return undefined;
    throw error;
  }
}

function problems(diagnostics: Diagnostic[], fixes: QuickFix[], files: Record<string, string>): Problem[] {
  const bytes = new Map<string, Uint8Array>();
  const units = (file: string, at: number) => {
    const text = bytes.get(file) ?? new TextEncoder().encode(files[file]);
    bytes.set(file, text);
    return new TextDecoder().decode(text.subarray(0, at)).length;
  };
  return diagnostics.slice(0, MOST).map((one) => {
    const range: Problem["range"] = [units(one.file, one.utf8[0]), units(one.file, one.utf8[1])];
    const fix = fixes.find(({ file, code, range: [from, to] }) => file === one.file && code === one.code && from === range[0] && to === range[1]);
    return { ...one, range, fix };
  });
}

/** As many problems as anybody looks at. */
const MOST = 200;

const port = globalThis as unknown as Worker;
port.addEventListener("message", ({ data: { id, question } }: MessageEvent<{ id: number; question: Question }>) => {
  answer(question).then(
    (given) => port.postMessage({ id, answer: given }),
    (error: unknown) => port.postMessage({ id, broken: error instanceof Error ? error.message : String(error) }),
  );
});
