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

const NONE: Finding[] = [];

type Span = Finding["spans"][number];

function touch(a: Span, b: Span): boolean {
  return a.path === b.path && a.utf16[0] < b.utf16[1] && b.utf16[0] < a.utf16[1];
}

function isSoft({ status }: Finding): boolean {
  return status === "suspected" || status === "needs-judgement";
}

/** Whether a suspicion gives way: all its words are touched by the breach. */
function givesWay({ spans }: Finding, to: Finding): boolean {
  return spans.every((span) => to.spans.some((other) => touch(span, other)));
}

/**
 * Gathers findings as the text report does: where a phrase is marked as a breach already, what else its words may touch is told with
 * that mark, not as a finding more. What is left keeps its order.
 */
export function gather(findings: readonly Finding[]): Gathered[] {
  // A long text has many findings: breaches are looked up by the stretches of 128 signs in which they stand.
  const breaches = new Map<string, Map<number, Finding[]>>();
  for (const finding of findings) {
    if (finding.status !== "violation") continue;
    for (const { path, utf16 } of finding.spans) {
      let stretches = breaches.get(path);
      if (!stretches) breaches.set(path, (stretches = new Map()));
      for (let at = utf16[0] >> 7; at <= utf16[1] >> 7; at++) {
        const there = stretches.get(at);
        if (there) there.push(finding);
        else stretches.set(at, [finding]);
      }
    }
  }
  const also = new Map<Finding, Finding[]>();
  const taken = new Set<Finding>();
  for (const finding of findings) {
    const [first] = finding.spans;
    if (!first || !isSoft(finding)) continue;
    const stretches = breaches.get(first.path);
    let to: Finding | undefined;
    for (let at = first.utf16[0] >> 7; stretches && !to && at <= first.utf16[1] >> 7; at++) {
      to = stretches.get(at)?.find((breach) => givesWay(finding, breach));
    }
    if (!to) continue;
    taken.add(finding);
    const there = also.get(to);
    if (there) there.push(finding);
    else also.set(to, [finding]);
  }
  return findings.flatMap((finding) => (taken.has(finding) ? [] : { finding, also: also.get(finding) ?? NONE }));
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
  const open: Finding[] = [];
  for (const finding of findings) {
    if (isReviewed(finding, reviewed)) add("done", { finding, also: NONE });
    else open.push(finding);
  }
  for (const gathered of gather(open)) add(step(gathered.finding), gathered);
  const weight = ({ findings: [first] }: Group) => (first ? SEVERITY[first.severity] : 3);
  return [...groups.values()].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || weight(a) - weight(b));
}
