import { guarded } from "./errors.js";
import type { Finding, Report } from "./report.js";

/** A piece of speech, as a recogniser hands it out. Segments of one speaker without a long pause are read as one text. */
export interface Segment {
  text: string;
  /** Milliseconds from the start of the stream. */
  start_ms?: number;
  end_ms?: number;
  speaker?: string;
  /** `speech` where it is not said; what stands on the screen is read by itself. */
  channel?: string;
  /** The product it is about: its id, its title, or its place in the list. */
  product?: string | number;
}

/** A finding of a session, with a number that stays the same from its first appearance to its last. */
export interface Told {
  id: number;
  finding: Finding;
}

/** What a segment changed. */
export interface Update {
  /** Provisional findings that are new: what is said next may still change them. */
  new: Told[];
  /** Findings that never change again. Those that were provisional keep their id. */
  final: Told[];
  /** Ids of provisional findings that no longer hold. */
  withdrawn: number[];
  /** What an exception covers, for good. */
  exempt: Report["exempt"];
  /** Final findings that a waiver lets pass. */
  waived: Report["waived"];
}

/** What the WebAssembly gives. Its own declarations need more of a caller's `lib` than the package does. */
interface Inner {
  push(segment: object): unknown;
  append(text: string): unknown;
  finish(): unknown;
  save(): string;
  free(): void;
}

/**
 * Speech under check while it is spoken. Final findings are handed out once and forgotten, so a session does not grow with its
 * stream; all of them and the report of {@link Session.finish} together are a check of the whole script.
 */
export class Session {
  readonly #inner: Inner;

  /** @internal */
  constructor(inner: Inner) {
    this.#inner = inner;
  }

  /** Takes the next segment. One that is refused is left out, and the session is as before. */
  push(segment: Segment | string): Update {
    return guarded(() => this.#inner.push(segment as object) as Update);
  }

  /** Adds words to the last segment, for recognisers that hand one out bit by bit. */
  append(text: string): Update {
    return guarded(() => this.#inner.append(text) as Update);
  }

  /** Ends the stream: the report holds what was not final before, and the decision on the whole. The session is then used up. */
  finish(): Report {
    return guarded(() => this.#inner.finish() as Report);
  }

  /** The session as text, for {@link Engine.resume}. It holds the subject and the last sentences. */
  save(): string {
    return guarded(() => this.#inner.save());
  }

  /** Frees the memory of a session that is not finished. */
  free(): void {
    this.#inner.free();
  }
}
