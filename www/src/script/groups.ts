import type { Finding } from "zhunze";

/** What to do first, next, and so on. */
export type Step = "first" | "second" | "third" | "last" | "done";
export const STEPS: Step[] = ["first", "second", "third", "last", "done"];

/** Findings of one rule and one status, in the order of the text. */
export interface Group {
  key: string;
  step: Step;
  findings: Finding[];
  /** Suspicions about words that these findings mark already: told with them, one of each rule. */
  also: Finding[];
}

/** A finding, and the suspicions about the same words that give way to it. */
export interface Gathered {
  finding: Finding;
  also: Finding[];
}

/** Words that a person has looked at and lets stand, with the reason. */
export interface Reviewed {
  rule: string;
  quote: string;
  reason: string;
  on: string;
}

export function step({ status, severity }: Finding): Step {
  if (status === "violation") return severity === "low" ? "last" : "first";
  return status === "suspected" || status === "needs-judgement" ? "second" : "third";
}

export function isReviewed(finding: Finding, reviewed: readonly Reviewed[]): Reviewed | undefined {
  const quote = finding.spans[0]?.text ?? "";
  return reviewed.find((one) => one.rule === finding.rule && one.quote === quote);
}

type Span = Finding["spans"][number];

function touch(a: Span, b: Span): boolean {
  return a.path === b.path && a.utf16[0] < b.utf16[1] && b.utf16[0] < a.utf16[1];
}

/** Whether a suspicion gives way: all its words are touched by a known breach. */
function givesWay(suspicion: Finding, to: Finding): boolean {
  const soft = suspicion.status === "suspected" || suspicion.status === "needs-judgement";
  const { spans } = suspicion;
  return soft && to.status === "violation" && spans.length > 0 && spans.every((span) => to.spans.some((other) => touch(span, other)));
}

/** The stretches of 128 signs that a span reaches into. */
function stretches({ path, utf16: [start, end] }: Span): string[] {
  const [from, to] = [start >> 7, end >> 7];
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index} ${path}`);
}

/**
 * Gathers findings as the text report does: where a phrase is marked as a breach already, what else its words may touch is told with
 * that mark, not as a finding more. What is left keeps its order.
 */
export function gather(findings: readonly Finding[]): Gathered[] {
  // A long text has many findings: breaches are looked up by the stretch of text in which they stand.
  const breaches = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.status !== "violation") continue;
    for (const span of finding.spans) {
      for (const stretch of stretches(span)) {
        const there = breaches.get(stretch);
        if (there) there.push(finding);
        else breaches.set(stretch, [finding]);
      }
    }
  }
  const also = new Map<Finding, Finding[]>();
  const taken = new Set<Finding>();
  for (const finding of findings) {
    const [first] = finding.spans;
    if (!first || finding.status === "violation") continue;
    const near = stretches(first).flatMap((stretch) => breaches.get(stretch) ?? []);
    const to = near.find((breach) => givesWay(finding, breach));
    if (!to) continue;
    taken.add(finding);
    also.set(to, [...(also.get(to) ?? []), finding]);
  }
  return findings.filter((finding) => !taken.has(finding)).map((finding) => ({ finding, also: also.get(finding) ?? [] }));
}

const SEVERITY = { high: 0, medium: 1, low: 2 };

export function grouped(findings: readonly Finding[], reviewed: readonly Reviewed[]): Group[] {
  const groups = new Map<string, Group>();
  const add = (where: Step, { finding, also }: Gathered) => {
    const key = `${where} ${finding.rule} ${finding.status} ${finding.missing?.join() ?? ""}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { key, step: where, findings: [], also: [] }));
    group.findings.push(finding);
    for (const other of also) if (!group.also.some(({ rule }) => rule === other.rule)) group.also.push(other);
  };
  // What a person lets stand gathers nothing: a suspicion about its words has to be looked at for itself.
  const done = new Set(findings.filter((finding) => isReviewed(finding, reviewed)));
  for (const finding of done) add("done", { finding, also: [] });
  for (const gathered of gather(findings.filter((finding) => !done.has(finding)))) add(step(gathered.finding), gathered);
  const weight = ({ findings: [first] }: Group) => (first ? SEVERITY[first.severity] : 3);
  return [...groups.values()].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || weight(a) - weight(b));
}
