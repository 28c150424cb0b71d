import type { Cite, Layer, Message, Severity } from "zhunze";

/** A citation as a rule's page has it. */
export interface RuleCite extends Omit<Cite, "version"> {
  description: Message;
  versions: string[];
}

/** What `zhunze explain --all --format json` tells of a rule. */
export interface Rule {
  id: string;
  name: string;
  pack: { id: string; version: number; layer: Layer };
  norm: "forbid" | "require" | "permit";
  bound: string[];
  severity: Severity;
  nature: "determinate" | "suspected" | "judgement";
  scope: "text" | "all";
  applies: string[];
  valid: { from: string | null; to: string | null };
  cites: RuleCite[];
  message: Message;
  exceptions: { id: string; name: string; cites: RuleCite[]; proof: Message | null; on_request: boolean }[];
  advice: Message[];
  penalties: { cite: RuleCite; text: Message }[];
  examples: { expected: string; subject: Record<string, unknown> }[];
}

/** The rules, fetched when somebody looks at them. */
export async function rules(): Promise<Rule[]> {
  const response = await fetch("./data/rules.json");
  if (!response.ok) throw new Error(`rules.json: ${response.status}`);
  return (await response.json()) as Rule[];
}

/** A declared article, a part of one, or a range, with what accounts for it. */
export interface Article {
  article?: number;
  to?: number;
  sub?: number;
  paragraph?: number;
  item?: number;
  section?: string;
  text: Message;
  from?: string;
  until?: string;
  status: "encoded" | "explained" | "open";
  reason?: string;
  rules: string[];
  exceptions: string[];
  penalties: string[];
  wordings: string[];
  examples: number;
}

/** What `zhunze coverage --format json` tells of an instrument. */
export interface Covered {
  law: string;
  title: Message;
  pack: string;
  issuer: Message;
  number: Message;
  effective: string;
  repealed: string | null;
  versions: string[];
  text_status: string;
  articles: Article[];
  gaps: number[];
  counts: Counts;
}
export interface Counts {
  articles: number;
  encoded: number;
  explained: number;
  open: number;
}

/** The law that is in the packs, article by article. */
export async function coverage(): Promise<{ instruments: Covered[]; total: Counts }> {
  const response = await fetch("./data/coverage.json");
  if (!response.ok) throw new Error(`coverage.json: ${response.status}`);
  return (await response.json()) as { instruments: Covered[]; total: Counts };
}

/** An instrument with the rules that rest on it. */
export interface Instrument {
  law: string;
  title: Message;
  /** Rules that cite it first, in the order of its articles. */
  rules: Rule[];
}

export function instruments(all: readonly Rule[]): Instrument[] {
  const found = new Map<string, Instrument>();
  for (const rule of all) {
    for (const [index, cite] of rule.cites.entries()) {
      const one = found.get(cite.law) ?? { law: cite.law, title: cite.title, rules: [] };
      found.set(cite.law, one);
      if (index === 0) one.rules.push(rule);
    }
  }
  const place = ({ cites: [cite] }: Rule) => (cite?.article ?? 0) * 10_000 + (cite?.paragraph ?? 0) * 100 + (cite?.item ?? 0);
  return [...found.values()]
    .map((one) => ({ ...one, rules: one.rules.sort((a, b) => place(a) - place(b)) }))
    .sort((a, b) => b.rules.length - a.rules.length);
}

/** The words of an example. */
export function words(subject: Record<string, unknown>): string {
  const found: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (Array.isArray(value)) value.forEach(gather);
    else if (value && typeof value === "object" && "text" in value) gather((value as { text: unknown }).text);
  };
  for (const key of ["title", "description", "script", "texts"]) gather(subject[key]);
  return found.join(" · ");
}

/** Facts of an example, without its words. */
export function facts(subject: Record<string, unknown>): string {
  const { kind: _, title: __, description: ___, script: ____, texts: _____, ...rest } = subject;
  const keys = Object.keys(rest);
  return keys.length ? JSON.stringify(rest) : "";
}

/** Rules in which every word of a query stands, those with it in their name first. */
export function search(all: readonly Rule[], query: string, citation: (cite: RuleCite) => string): Rule[] {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!terms.length) return [...all];
  const scored = all.flatMap((rule) => {
    const name = `${rule.name} ${rule.id}`.toLowerCase();
    const cites = rule.cites.map(citation).join(" ").toLowerCase();
    const body = [rule.message.zh, rule.message.en ?? "", ...rule.exceptions.map((one) => one.name), ...rule.examples.map(({ subject }) => words(subject))].join(" ").toLowerCase();
    let score = 0;
    for (const term of terms) {
      if (name.includes(term)) score += 4;
      else if (cites.includes(term)) score += 3;
      else if (body.includes(term)) score += 1;
      else return [];
    }
    return [{ rule, score }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ rule }) => rule);
}
