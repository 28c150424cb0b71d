import type { Edit, Finding, Fix, Report } from "./report.js";

/** One safe fix for each finding that has one. Of a finding's alternatives only one is safe. */
export function safeFixes(report: Pick<Report, "findings">): Fix[] {
  return report.findings.flatMap((finding: Finding) => finding.fixes?.find(({ safe, edits }) => safe && edits.length > 0) ?? []);
}

/**
 * The edits of some fixes on one path, last first, so that none moves the next; of two that overlap the earlier stays, and a
 * second copy of an edit is left out.
 */
export function editsOn(fixes: readonly Fix[], path: string): Edit[] {
  const all = fixes.flatMap((fix) => fix.edits).filter((edit) => edit.path === path);
  all.sort((a, b) => a.utf16[0] - b.utf16[0] || a.utf16[1] - b.utf16[1]);
  const kept: Edit[] = [];
  for (const edit of all) {
    const last = kept.at(-1);
    const repeated = last?.utf16[0] === edit.utf16[0] && last.utf16[1] === edit.utf16[1];
    if (!repeated && edit.utf16[0] >= (last?.utf16[1] ?? 0)) kept.push(edit);
  }
  return kept.reverse();
}

/** A copy of a subject with the edits of some fixes made in it; what they do not touch is shared with the original. */
export function applyFixes<T extends object>(subject: T, fixes: readonly Fix[]): T {
  const paths = new Set(fixes.flatMap((fix) => fix.edits.map((edit) => edit.path)));
  let changed = subject;
  for (const path of paths) changed = rewrite(changed, steps(path), editsOn(fixes, path)) as T;
  return changed;
}

/** A text after edits that are given last first. */
export function edited(text: string, edits: readonly Edit[]): string {
  for (const { utf16, insert } of edits) text = text.slice(0, utf16[0]) + insert + text.slice(utf16[1]);
  return text;
}

function steps(pointer: string): string[] {
  return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function rewrite(value: unknown, [step, ...rest]: string[], edits: Edit[]): unknown {
  if (step === undefined) return typeof value === "string" ? edited(value, edits) : value;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === step ? rewrite(item, rest, edits) : item));
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: rewrite((value as Record<string, unknown>)[step], rest, edits) };
}
