import type { Finding } from "zhunze";

/** What to do first, next, and so on. */
export type Step = "first" | "second" | "third" | "last" | "done";
export const STEPS: Step[] = ["first", "second", "third", "last", "done"];

/** Findings of one rule and one status, in the order of the text. */
export interface Group {
  key: string;
  step: Step;
  findings: Finding[];
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

const SEVERITY = { high: 0, medium: 1, low: 2 };

export function grouped(findings: readonly Finding[], reviewed: readonly Reviewed[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const where = isReviewed(finding, reviewed) ? "done" : step(finding);
    const key = `${where} ${finding.rule} ${finding.status} ${finding.missing?.join() ?? ""}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { key, step: where, findings: [finding] });
  }
  const weight = ({ findings: [first] }: Group) => (first ? SEVERITY[first.severity] : 3);
  return [...groups.values()].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || weight(a) - weight(b));
}
