import type { Exemption, Finding, Report, Segment, Told, Update } from "zhunze";
import { tone, type Tone } from "zhunze-editor/parts";

/** Words of a line that a finding is about. */
export interface Mark {
  from: number;
  to: number;
  tone: Tone;
  /** What is said next may still change it. */
  provisional: boolean;
}

/** A segment as it was heard. A line is replaced when its marks change. */
export interface Line {
  readonly segment: Segment;
  readonly marks: readonly Mark[];
}

interface Heard {
  finding: Finding;
  provisional: boolean;
}

/** What was said, what was found in it so far, and what the whole still lacks. */
export class Stream {
  readonly lines: Line[] = [];
  /** Findings on what was said, by the session's number. */
  readonly #heard = new Map<number, Heard>();
  readonly #onLine = new Map<number, Set<Heard>>();
  readonly #exempt: Exemption[] = [];
  readonly #waived: unknown[] = [];
  #open: Heard[] = [];
  #settled: Finding[] = [];

  /** Takes a segment in, with what it changed. */
  take(segment: Segment, update: Update): void {
    this.lines.push({ segment, marks: [] });
    const changed = new Set<number>();
    for (const id of update.withdrawn) this.#drop(id, changed);
    for (const told of update.new) this.#put(told, true, changed);
    for (const told of update.final) this.#put(told, false, changed);
    this.#exempt.push(...update.exempt);
    this.#waived.push(...update.waived);
    this.#mark(changed);
  }

  /** What the whole would lack if the stream ended here: everything reported that is not about single words already told of. */
  wouldLack(report: Report): void {
    const told = new Set([...this.#heard.values()].map(({ finding }) => key(finding)));
    this.#lacks(report.findings.filter((finding) => !told.has(key(finding))), true);
  }

  /** Takes the last report in, and gives the report on the whole stream. */
  finish(report: Report): Report {
    const changed = new Set<number>();
    const waiting = new Map<string, number[]>();
    for (const [id, { finding, provisional }] of this.#heard) {
      if (provisional) waiting.set(key(finding), [...(waiting.get(key(finding)) ?? []), id]);
    }
    const lacking = report.findings.filter((finding) => {
      const id = waiting.get(key(finding))?.shift();
      if (id === undefined) return true;
      this.#put({ id, finding }, false, changed);
      return false;
    });
    for (const ids of waiting.values()) for (const id of ids) this.#drop(id, changed);
    this.#mark(changed);
    this.#lacks(lacking, false);
    return {
      ...report,
      findings: [...this.findings, ...lacking],
      exempt: [...this.#exempt, ...report.exempt],
      waived: [...this.#waived, ...report.waived],
    };
  }

  /** Findings on what was said. */
  get findings(): Finding[] {
    return [...this.#heard.values()].map(({ finding }) => finding);
  }

  /** Those that what is said next may still change. */
  get provisional(): Set<Finding> {
    return new Set([...this.#heard.values()].flatMap(({ finding, provisional }) => (provisional ? finding : [])));
  }

  /** What is still to be said or answered. */
  get open(): Finding[] {
    return this.#open.map(({ finding }) => finding);
  }

  /** What was, and no longer is. */
  get settled(): readonly Finding[] {
    return this.#settled;
  }

  #lacks(findings: readonly Finding[], provisional: boolean): void {
    const changed = new Set<number>();
    const before = this.#open;
    for (const { finding } of before) this.#touch(finding, changed);
    for (const heard of before) for (const line of changed) this.#onLine.get(line)?.delete(heard);
    this.#open = findings.map((finding) => ({ finding, provisional }));
    for (const heard of this.#open) this.#place(heard, changed);
    const open = new Set(findings.map(({ rule }) => rule));
    const known = [...this.#settled, ...before.map(({ finding }) => finding)];
    this.#settled = [...new Map(known.map((finding) => [finding.rule, finding])).values()].filter(({ rule }) => !open.has(rule));
    this.#mark(changed);
  }

  #put({ id, finding }: Told, provisional: boolean, changed: Set<number>): void {
    this.#drop(id, changed);
    const heard = { finding, provisional };
    this.#heard.set(id, heard);
    this.#place(heard, changed);
  }

  #drop(id: number, changed: Set<number>): void {
    const heard = this.#heard.get(id);
    if (!heard) return;
    this.#heard.delete(id);
    const touched = new Set<number>();
    this.#touch(heard.finding, touched);
    for (const line of touched) {
      this.#onLine.get(line)?.delete(heard);
      changed.add(line);
    }
  }

  #place(heard: Heard, changed: Set<number>): void {
    const touched = new Set<number>();
    this.#touch(heard.finding, touched);
    for (const line of touched) {
      const there = this.#onLine.get(line);
      if (there) there.add(heard);
      else this.#onLine.set(line, new Set([heard]));
      changed.add(line);
    }
  }

  #touch({ spans }: Finding, into: Set<number>): void {
    for (const { path } of spans) {
      const line = lineOf(path);
      if (line !== undefined) into.add(line);
    }
  }

  #mark(changed: Iterable<number>): void {
    for (const index of changed) {
      const line = this.lines[index];
      if (!line) continue;
      const marks = [...(this.#onLine.get(index) ?? [])].flatMap(({ finding, provisional }) =>
        finding.spans.flatMap(({ path, utf16: [from, to] }) => (lineOf(path) === index ? { from, to, tone: tone(finding), provisional } : [])),
      );
      this.lines[index] = { ...line, marks };
    }
  }
}

/** Two findings with one key say the same of the same words. */
function key({ rule, status, spans }: Finding): string {
  return JSON.stringify([rule, status, spans.map(({ path, utf16 }) => [path, utf16])]);
}

/** Which line a place in the subject is on. */
export function lineOf(path: string): number | undefined {
  const found = /^\/script\/(\d+)(?:\/text)?$/.exec(path)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Places as a reader quotes them: words that go on in the next segment are one place, which begins where they do. */
export function quoted(spans: Finding["spans"]): Finding["spans"] {
  const out: Finding["spans"] = [];
  let line: number | undefined;
  for (const span of spans) {
    const here = lineOf(span.path);
    const last = out.at(-1);
    if (last && here !== undefined && line !== undefined && here === line + 1 && span.utf16[0] === 0) out[out.length - 1] = { ...last, text: last.text + span.text };
    else out.push(span);
    line = here;
  }
  return out;
}

/** What was said as one text, a line a segment, and the report with its places in that text. */
export function asOneText(lines: readonly Line[], report: Report): { text: string; report: Report } {
  const texts = lines.map(({ segment }) => segment.text.replaceAll("\n", " "));
  const starts: { utf16: number; chars: number; utf8: number }[] = [];
  let start = { utf16: 0, chars: 0, utf8: 0 };
  for (const text of texts) {
    starts.push(start);
    const utf8 = new TextEncoder().encode(text).length;
    start = { utf16: start.utf16 + text.length + 1, chars: start.chars + [...text].length + 1, utf8: start.utf8 + utf8 + 1 };
  }
  const moved = ([from, to]: [number, number], by: number): [number, number] => [from + by, to + by];
  const findings = report.findings.map((finding) => ({
    ...finding,
    spans: finding.spans.flatMap((span) => {
      const at = starts[lineOf(span.path) ?? -1];
      if (!at) return [];
      return { ...span, path: "/script", utf16: moved(span.utf16, at.utf16), chars: moved(span.chars, at.chars), utf8: moved(span.utf8, at.utf8) };
    }),
  }));
  return { text: texts.join("\n"), report: { ...report, findings } };
}

const WORST: Tone[] = ["breach", "doubt", "open"];

/** A line cut at its marks: where marks overlap, the worst is shown, and of those what is final. */
export function pieces({ segment: { text }, marks }: Line): { text: string; mark?: Mark }[] {
  const cuts = new Set([0, text.length]);
  for (const { from, to } of marks) cuts.add(from).add(to);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length;
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to);
    const [mark] = over.sort((a, b) => WORST.indexOf(a.tone) - WORST.indexOf(b.tone) || Number(a.provisional) - Number(b.provisional));
    return { text: text.slice(from, to), ...(mark && { mark }) };
  });
}
