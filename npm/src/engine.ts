import start, { Engine as Inner } from "./wasm/runtime/zhunze.js";
import { guarded } from "./errors.js";
import { applyFixes, safeFixes } from "./fix.js";
import { host, type Wasm } from "./host.js";
import type { CheckOptions, Fix, PackInfo, Replay, Report } from "./report.js";
import { Session } from "./session.js";
import type { Subject } from "./subject.js";
import { demandVouched } from "./vouched.js";

export interface LoadOptions {
  /** The WebAssembly, where a host cannot read it by itself: edge runtimes import `zhunze/zhunze.wasm` as a module. */
  wasm?: Wasm | Promise<Wasm>;
}

export interface BuiltInOptions extends LoadOptions {
  /** `false` leaves English texts out, a tenth of what is loaded. Reports then have the Chinese ones in their place; ids and digests are the same. */
  english?: boolean;
}

export interface PackOptions extends LoadOptions {
  /** Loads packs that nobody signed: the caller trusts them, and where they come from. */
  allowUnsigned?: boolean;
}

/** What {@link Engine.fix} answers. */
export interface Fixed<T extends Subject = Subject> {
  /** The subject with the fixes in it. */
  subject: T;
  applied: Fix[];
  /** The report on that subject. */
  report: Report;
}

/** Loaded packs, ready to check subjects. It needs no network, clock or files once it is loaded. */
export class Engine {
  readonly #inner: Inner;

  private constructor(inner: Inner) {
    this.#inner = inner;
  }

  /** An engine with the built-in Chinese packs. */
  static async builtIn(options: BuiltInOptions = {}): Promise<Engine> {
    const [packs] = await Promise.all([host().packs(options.english !== false), load(options)]);
    return new Engine(guarded(() => Inner.fromPacks(packs)));
  }

  /**
   * An engine with packs of the caller's: one bundle, or packs that are linked here.
   *
   * @throws TrustError with the reason `unsigned`, unless each is built in, was compiled by `compile` of this page or process, or
   * `allowUnsigned` says that the caller trusts it. Signed packs come through `PackStore`.
   */
  static async fromPacks(packs: Uint8Array | Uint8Array[], options: PackOptions = {}): Promise<Engine> {
    await load(options);
    if (options.allowUnsigned !== true) await demandVouched(packs instanceof Uint8Array ? [packs] : packs);
    return new Engine(guarded(() => Inner.fromPacks(packs)));
  }

  /** Checks one subject. */
  check(subject: Subject, options?: CheckOptions): Report {
    return guarded(() => this.#inner.check(subject, dated(options)) as Report);
  }

  /** Checks one subject given as JSON and answers JSON: the quickest way where both sides hold text. */
  checkJson(subject: string, options?: CheckOptions): string {
    return guarded(() => this.#inner.checkJson(subject, JSON.stringify(dated(options))));
  }

  /**
   * Checks NDJSON as UTF-8 bytes, a subject a line in, a report a line out, in order.
   *
   * @throws TypeError for anything but bytes: an array of subjects is `subjects.map((one) => engine.check(one))`.
   */
  checkBatch(subjects: Uint8Array, options?: CheckOptions): Uint8Array {
    if (!(subjects instanceof Uint8Array)) {
      throw new TypeError("checkBatch takes NDJSON as a Uint8Array: new TextEncoder().encode(lines)");
    }
    return guarded(() => this.#inner.checkBatch(subjects, dated(options)));
  }

  /**
   * Applies fixes and checks again: the fixes given, or every safe one. The subject itself is left as it is.
   *
   * Safe fixes remove their findings and add none; any other fix is for a person to read again.
   */
  fix<T extends Subject>(subject: T, options?: CheckOptions & { fixes?: readonly Fix[] }): Fixed<T> {
    const { fixes, ...rest } = options ?? {};
    const chosen = fixes ?? safeFixes(this.check(subject, rest));
    const changed = applyFixes(subject, chosen);
    return { subject: changed, applied: [...chosen], report: this.check(changed, rest) };
  }

  /**
   * Starts a live session: the subject is a livestream without its script, whose segments are then pushed one by one.
   *
   * ```js
   * const session = engine.session({ kind: "livestream", products }, { scope: "text" });
   * recogniser.onsegment = (segment) => show(session.push(segment));
   * recogniser.onend = () => report(session.finish());
   * ```
   */
  session(subject: Subject, options?: CheckOptions): Session {
    return new Session(guarded(() => this.#inner.session(subject, dated(options))));
  }

  /** Goes on with a session that {@link Session.save} wrote; packs and options, dates included, are those it was started with. */
  resume(saved: string, options?: CheckOptions): Session {
    return new Session(guarded(() => this.#inner.resume(saved, dated(options))));
  }

  /**
   * Checks an input, as its bytes stand in its file (a JSON subject, or a script), and answers a receipt to keep with it: what
   * {@link Engine.replay} and `zhunze replay` prove later. A string is taken as UTF-8.
   */
  receipt(input: Uint8Array | string, options?: CheckOptions): string {
    return guarded(() => this.#inner.receipt(bytes(input), dated(options)));
  }

  /** Makes a receipt's check again with the packs that are loaded, and says what agrees with it and what does not. */
  replay(receipt: string, input: Uint8Array | string): Replay {
    return guarded(() => this.#inner.replay(receipt, bytes(input)) as Replay);
  }

  /** What is loaded. */
  packs(): PackInfo[] {
    return this.#inner.packs() as PackInfo[];
  }

  /** Gives the memory back at once; without it, the garbage collector does in its own time. */
  free(): void {
    this.#inner.free();
  }
}

/** The engine has no clock: where the caller names no evaluation date, it is today in China. */
function dated(options: CheckOptions = {}): CheckOptions {
  const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return { ...options, as_of: options.as_of ?? today() };
}

const bytes = (input: Uint8Array | string) => (typeof input === "string" ? new TextEncoder().encode(input) : input);

let loading: Promise<unknown> | undefined;

function load(options: LoadOptions): Promise<unknown> {
  loading ??= start({ module_or_path: options.wasm ?? host().runtime() }).catch((error: unknown) => {
    loading = undefined; // so that a caller may try again
    throw error;
  });
  return loading;
}
