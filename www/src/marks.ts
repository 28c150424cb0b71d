import type { Edit, Finding, Fix, Report } from "zhunze";

/** A stretch of text with the findings that cover it, by their place in the report. */
export interface Piece {
  text: string;
  start: number;
  findings: number[];
}

/** Cuts a text wherever a finding on the path begins or ends. */
export function pieces(text: string, path: string, findings: readonly Finding[]): Piece[] {
  const ranges = findings.flatMap((finding, index) =>
    finding.spans.filter((span) => span.path === path).map(({ utf16: [start, end] }) => ({ index, start, end })),
  );
  const cuts = new Set([0, text.length]);
  for (const { start, end } of ranges) cuts.add(start).add(end);
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, number) => {
    const end = places[number + 1] ?? text.length;
    const over = ranges.filter((range) => range.start <= start && range.end >= end);
    return { text: text.slice(start, end), start, findings: [...new Set(over.map(({ index }) => index))] };
  });
}

/** Findings as a reader meets them; those without a place in the text come last. */
export function inReadingOrder(findings: readonly Finding[], path: string): Finding[] {
  const first = (finding: Finding) =>
    Math.min(...finding.spans.filter((span) => span.path === path).map((span) => span.utf16[0]), Number.MAX_SAFE_INTEGER);
  return [...findings].sort((a, b) => first(a) - first(b));
}

/** The edits of some fixes on one path, last first, so that none moves the next; of two that overlap the earlier stays. */
export function edits(fixes: readonly Fix[], path: string): Edit[] {
  const all = fixes.flatMap((fix) => fix.edits).filter((edit) => edit.path === path);
  all.sort((a, b) => a.utf16[0] - b.utf16[0] || a.utf16[1] - b.utf16[1]);
  const kept: Edit[] = [];
  for (const edit of all) if (edit.utf16[0] >= (kept.at(-1)?.utf16[1] ?? 0)) kept.push(edit);
  return kept.reverse();
}

/** One safe fix for each finding that has one. */
export function safeFixes(report: Report): Fix[] {
  return report.findings.flatMap((finding) => finding.fixes?.find(({ safe }) => safe) ?? []);
}

/** How a finding looks: a breach, a doubt, or something a person must supply. */
export function tone(finding: Finding): "breach" | "doubt" | "open" {
  if (finding.status === "violation") return "breach";
  return finding.status === "suspected" ? "doubt" : "open";
}
