/** The report contract `zhunze.report/1` and what a host hands in. */

export type Language = "zh" | "en";
/** A text in Chinese, and in English where there is one. */
export type Message = { zh: string; en?: string };

export type Decision = "block" | "review" | "pass";
export type Status = "violation" | "suspected" | "needs-evidence" | "needs-judgement" | "undetermined";
export type Severity = "high" | "medium" | "low";
export type Layer = "law" | "code" | "platform" | "campaign";
/** Start and end; the end is not included. */
export type Range = [start: number, end: number];

export interface PackInfo {
  id: string;
  version: number;
  layer: Layer;
  digest: string;
}

/** A place in the law. An instrument without articles is cited by `section`. */
export interface Cite {
  law: string;
  article?: number;
  sub?: number;
  paragraph?: number;
  item?: number;
  section?: string;
  /** The instrument's title. */
  title: Message;
  version: string;
  text_status: string;
}

/** A place in the subject's text, exact in the original through every fold. */
export interface Span {
  /** JSON pointer into the subject. */
  path: string;
  utf8: Range;
  /** Offsets as JavaScript strings count. */
  utf16: Range;
  chars: Range;
  text: string;
  /** The folds that were needed to see it. */
  folds?: string[];
}

export interface Edit {
  path: string;
  utf16: Range;
  insert: string;
}

export interface Fix {
  edits: Edit[];
  /** Whether it may be applied without a person reading the result. */
  safe: boolean;
  note?: Message;
}

export interface Finding {
  rule: string;
  /** Chinese name of the rule. */
  name: string;
  rules?: string[];
  status: Status;
  severity: Severity;
  bound: string[];
  cites: Cite[];
  message: Message;
  spans: Span[];
  missing?: string[];
  evidence?: string[];
  possible_exceptions?: string[];
  fixes?: Fix[];
  why?: unknown;
  /** The layer that it comes from: that of the rule's pack, or of the pack that adds the words. */
  layer?: Layer;
  /** The pack that gives the rule its severity, where it is not the rule's own. */
  raised_by?: Source & { from: Severity };
  /** The packs that add the words, where the rule's own pack does not name them. */
  added_by?: Source[];
  /** What is at stake: the penalties in force on the evaluation date. */
  penalties?: Penalty[];
}

/** A pack that makes a finding stricter than the rule by itself. */
export interface Source {
  pack: string;
  layer: Layer;
  message: Message;
}

/** What a breach may cost. */
export interface Penalty {
  /** The law, in the version of the evaluation date. */
  cites: Cite[];
  message: Message;
}

export interface Exemption {
  rule: string;
  exception: string;
  cites: Cite[];
  spans: Span[];
  keep?: string;
}

export interface Report {
  schema: "zhunze.report/1";
  engine: string;
  packs: PackInfo[];
  conduct: { from: string; to: string };
  evaluated_on: string;
  scope: string[];
  policy: string;
  decision: Decision;
  findings: Finding[];
  exempt: Exemption[];
  assumptions: { id: string; message: Message }[];
  waived: unknown[];
  input_warnings: { path: string; message: Message; suggestion?: string }[];
  not_evaluated: { rule: string; reason: "law-not-held" | "limit" | "error" }[];
  summary: { satisfied: number; not_applicable: number; out_of_scope: number; not_evaluated: number };
}

/** How findings become a decision: `block` is looked at first, then `pass`; any other finding is `otherwise`. */
export interface Policy {
  /** The name that reports carry. */
  id: string;
  block: Selection[];
  pass?: Selection[];
  otherwise: Decision;
  not_evaluated: Decision;
}

/** Findings that a policy line speaks of; an empty list means any. */
export interface Selection {
  status?: Status[];
  severity?: Severity[];
  rules?: string[];
}

export interface CheckOptions {
  /** The date of the conduct, `YYYY-MM-DD`, or its first and last day, unless the subject says. */
  on?: string | { from: string; to: string };
  /** The evaluation date, which decides deadlines and the penalty in force; today in China where it is not given. */
  as_of?: string;
  /** The words alone, or everything (the default). */
  scope?: "text" | "all";
  detail?: "decision" | "findings" | "all";
  /** How findings become a decision. */
  policy?: Policy;
  /** Bounds on text, matches and work. */
  limits?: Partial<Record<"text_bytes" | "matches" | "list_length" | "depth" | "rule_work" | "work" | "findings", number>>;
  /** The caller's category ids → the packs'. */
  categories?: Record<string, string>;
}

/** Something in a receipt and in the check that was made again. */
export interface Compared<T> {
  agrees: boolean;
  then: T;
  now: T;
}

/** A receipt (`zhunze.receipt/1`) against the check made again: the contract `zhunze.replay/1`. */
export interface Replay {
  schema: "zhunze.replay/1";
  /**
   * `proved`: the same input, packs and result. `contradicted`: the same input and packs, another result. `incomparable`: the input or a
   * pack is not that of the receipt. `forged`: a signature does not hold. `unsigned`: only where keys are asked for, as by `zhunze replay`.
   */
  verdict: "proved" | "contradicted" | "incomparable" | "forged" | "unsigned";
  input: Compared<string>;
  /** Packs that are not the same: version and digest. */
  packs: { id: string; then: [number, string] | null; now: [number, string] | null }[];
  engine: Compared<string>;
  conduct: Compared<[string, string]>;
  decision: Compared<Decision>;
  findings: Compared<string>;
  count: Compared<number>;
  /** Its signatures. `holds` is null where they are not checked: this module knows no keys, `zhunze replay` does. */
  signatures: { keyid: string; holds: boolean | null; known: boolean }[];
}
