import start, { compile as inner, Workspace as Inner } from "./wasm/full/zhunze.js";
import { guarded } from "./errors.js";
import type { LoadOptions } from "./engine.js";
import type { Wasm } from "./host.js";
import type { Message, Range } from "./report.js";
import { vouch } from "./vouched.js";

/**
 * Compiles sources, file name to text, to a pack that {@link Engine.fromPacks} loads. Whoever compiles sources trusts them, so what comes
 * out needs no signature in the same page or process; once stored or sent, it does.
 */
export async function compile(files: Record<string, string>, options: LoadOptions = {}): Promise<Uint8Array> {
  await load(options);
  return vouch(guarded(() => inner(files)));
}

/** What may be written at a place. */
export interface Suggestion {
  text: string;
  /** `keyword`, or what the name names: `pack`, `instrument`, `words`, `rule`, `field`, … */
  kind: string;
  /** Its id and its pack. */
  detail: string;
}

/** What is said of something in a source. */
export interface Explanation {
  range: Range;
  /** Markdown: strong, code, lists and paragraphs. */
  text: string;
}

/** A change that mends a problem. */
export interface QuickFix {
  title: Message;
  /** The problem's code. */
  code: string;
  /** The problem's file and place. */
  file: string;
  range: Range;
  edit: { file: string; range: Range; insert: string };
}

/**
 * What an editor of sources asks; the language server answers from the same. A file's name is that of its pack's folder, `/`, and its own.
 * Offsets are UTF-16 units, as in strings.
 */
export class Workspace {
  readonly #inner: Inner;

  private constructor(inner: Inner) {
    this.#inner = inner;
  }

  /** An empty one. */
  static async open(options: LoadOptions = {}): Promise<Workspace> {
    await load(options);
    return new Workspace(new Inner());
  }

  /** Adds or replaces a file. */
  set(file: string, text: string): void {
    this.#inner.set(file, text);
  }

  /** Takes a file out. */
  remove(file: string): void {
    this.#inner.remove(file);
  }

  /**
   * Compiles the pack of a file and those it uses, as {@link compile} does.
   *
   * @throws CompileError with the diagnostics.
   */
  compile(file: string): Uint8Array {
    return vouch(guarded(() => this.#inner.compile(file)));
  }

  /** What may be written at an offset, told from what stands before it. */
  complete(file: string, at: number): Suggestion[] {
    return this.#inner.complete(file, at) as Suggestion[];
  }

  /** What an article, a rule or any other name at an offset is. */
  hover(file: string, at: number): Explanation | undefined {
    return this.#inner.hover(file, at) as Explanation | undefined;
  }

  /** What may be folded. */
  folds(file: string): Range[] {
    return this.#inner.folds(file) as Range[];
  }

  /** Changes that mend what the last {@link Workspace.compile} found. */
  fixes(): QuickFix[] {
    return this.#inner.fixes() as QuickFix[];
  }

  /**
   * A file's text in the layout that all sources have.
   *
   * @throws CompileError where it does not parse.
   */
  format(file: string): string {
    return guarded(() => this.#inner.format(file));
  }

  /** Gives the memory back at once. */
  free(): void {
    this.#inner.free();
  }
}

/** Called by each entry file: where the module with the compiler comes from. */
export function use(full: () => Wasm | Promise<Wasm>): void {
  module = full;
}

function load(options: LoadOptions): Promise<unknown> {
  loading ??= start({ module_or_path: options.wasm ?? module() }).catch((error: unknown) => {
    loading = undefined; // so that a caller may try again
    throw error;
  });
  return loading;
}

let module = (): Wasm | Promise<Wasm> => {
  throw new Error("zhunze/compiler: pass the module, as `compile(files, { wasm })`");
};
let loading: Promise<unknown> | undefined;
