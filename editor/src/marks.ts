import type { Finding } from "zhunze";

/** Findings as a reader meets them; those without a place in the text come last. */
export function inReadingOrder(findings: readonly Finding[], path: string): Finding[] {
  const first = new Map(
    findings.map((finding) => {
      const starts = finding.spans.filter((span) => span.path === path).map((span) => span.utf16[0]);
      return [finding, Math.min(...starts, Number.MAX_SAFE_INTEGER)];
    }),
  );
  return [...findings].sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0));
}

export type Tone = "breach" | "doubt" | "open";

/** How a finding looks: a breach, a doubt, or something a person must supply. */
export function tone(finding: Pick<Finding, "status">): Tone {
  if (finding.status === "violation") return "breach";
  return finding.status === "suspected" ? "doubt" : "open";
}
