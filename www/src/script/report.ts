import type { Report } from "zhunze";
import { cited, DECISIONS, onOtherLaw, said, SEVERITIES, STATUSES } from "zhunze-editor/parts";
import type { Language } from "../base.js";
import { grouped, isReviewed, step, type Reviewed } from "./groups.js";
import { WORDS } from "./words.js";

/** What a report says: enough to show later what was checked, by which rules, on which day. */
export interface Record {
  made_at: string;
  source: { name: string; characters: number; sha256: string };
  facts: object;
  reviewed: Reviewed[];
  report: Report;
}

export async function record(text: string, name: string, facts: object, reviewed: Reviewed[], report: Report): Promise<Record> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { made_at: new Date().toISOString(), source: { name, characters: [...text].length, sha256 }, facts, reviewed, report };
}

export function json(made: Record): string {
  return `${JSON.stringify(made, undefined, 2)}\n`;
}

/** A row for each place; what was checked, and by what, on every row, so that no row loses it. */
export function csv(made: Record, text: string, language: Language): string {
  const { report } = made;
  const packs = report.packs.map(({ id, version, digest }) => `${id}@${version} ${digest}`).join("; ");
  const rows: string[][] = [
    ["step", "status", "severity", "rule", "name", "line", "start", "end", "words", "message", "cites", "advice", "reviewed", "evaluated_on", "conduct_from", "conduct_to", "text_sha256", "packs"],
  ];
  for (const finding of report.findings) {
    const spans = finding.spans.length ? finding.spans : [undefined];
    const kept = isReviewed(finding, made.reviewed);
    for (const span of spans) {
      rows.push([
        WORDS[language].groups[kept ? "done" : step(finding)],
        said(STATUSES[finding.status], language),
        said(SEVERITIES[finding.severity], language),
        finding.rule,
        finding.name,
        span ? String(text.slice(0, span.utf16[0]).split("\n").length) : "",
        span ? String(span.chars[0]) : "",
        span ? String(span.chars[1]) : "",
        span?.text ?? "",
        said(finding.message, language),
        finding.cites.map((cite) => cited(cite, language)).join("; "),
        (finding.fixes ?? []).map(({ note }) => said(note, language)).join("; "),
        kept?.reason ?? "",
        report.evaluated_on,
        report.conduct.from,
        report.conduct.to,
        made.source.sha256,
        packs,
      ]);
    }
  }
  // A cell that begins like a formula is not one; the mark at the start makes spreadsheets read UTF-8.
  const cell = (value: string) => `"${(/^[=+\-@\t]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

type Child = Node | string | undefined;

function h(tag: string, className: string, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** The report as a person reads it on paper. */
export function paper(made: Record, text: string, language: Language): HTMLElement {
  const { report, reviewed, source } = made;
  const zh = language === "zh";
  const words = WORDS[language];
  const facts: [string, string][] = [
    [zh ? "结论" : "Decision", said(DECISIONS[report.decision], language)],
    [zh ? "文字" : "Text", `${source.name} · ${words.characters(source.characters)}`],
    ["SHA-256", source.sha256],
    [zh ? "行为日期" : "Conduct", report.conduct.from === report.conduct.to ? report.conduct.from : `${report.conduct.from} – ${report.conduct.to}`],
    [zh ? "判断日期" : "Evaluated on", report.evaluated_on],
    [zh ? "判断标准" : "Policy", `${report.policy} · ${report.schema} · zhunze ${report.engine}`],
  ];
  return h(
    "article",
    "zhunze-report",
    h("h1", "", zh ? "准则 · 话术检查报告" : "Zhunze · report on a script"),
    h("dl", "", ...facts.flatMap(([term, value]) => [h("dt", "", term), h("dd", "", value)])),
    ...grouped(report.findings, reviewed).map(({ step: where, findings, also }) => {
      const [first] = findings;
      if (!first) return undefined;
      const others = onOtherLaw(first, also);
      const reasons = new Set(findings.map((one) => isReviewed(one, reviewed)?.reason).filter((reason) => reason !== undefined));
      return h(
        "section",
        where,
        h("h2", "", `${words.groups[where]} · ${first.name}`),
        h("p", "status", `${said(STATUSES[first.status], language)} · ${said(SEVERITIES[first.severity], language)} · ${first.rule}`),
        h("ul", "", ...findings.flatMap(({ spans }) => spans.map((span) => h("li", "", `「${span.text}」 ${zh ? "第" : "line "}${text.slice(0, span.utf16[0]).split("\n").length}${zh ? "行" : ""}`)))),
        h("p", "", said(first.message, language)),
        h("p", "cites", first.cites.map((cite) => cited(cite, language)).join("　")),
        others.length
          ? h("p", "", `${zh ? "另可能涉及：" : "May also touch: "}${others.map(({ name, cites }) => `${name}（${cites.map((cite) => cited(cite, language)).join("、")}）`).join("；")}`)
          : undefined,
        ...(first.fixes ?? []).map(({ note }) => (said(note, language) ? h("p", "", `${zh ? "建议：" : "Suggestion: "}${said(note, language)}`) : undefined)),
        ...[...reasons].map((reason) => h("p", "", `${words.reviewed}：${reason}`)),
      );
    }),
    h("h2", "", zh ? "原文" : "The text"),
    h("p", "text", ...marked(text, report)),
    h("h2", "", words.packs),
    h("ul", "packs", ...report.packs.map(({ id, version, digest }) => h("li", "", `${id} ${version} · ${digest}`))),
    h("p", "", zh ? "这是软件的检查结果，不是法律意见。" : "This is what software found, not legal advice."),
  );
}

function marked(text: string, report: Report): Child[] {
  const ranges = report.findings.flatMap(({ spans }) => spans.map(({ utf16 }) => utf16)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: Child[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    out.push(text.slice(at, from), h("mark", "", text.slice(from, end)));
    at = end;
  }
  return [...out, text.slice(at)];
}

const LOOKS = `
body{margin:2rem auto;max-width:46rem;padding:0 1rem;font:15px/1.7 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1f2328;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.4rem 0 .2rem}p,ul{margin:.2rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dt,.status,.cites{color:#5d636b}dd{margin:0;overflow-wrap:anywhere}
.text{white-space:pre-wrap;border:1px solid #ddd;padding:.8rem 1rem}mark{background:#fbe3dd;border-bottom:2px solid #b02a1c}.packs{font-size:.8rem;overflow-wrap:anywhere}section{break-inside:avoid}
`;

/** The report as a page of its own. */
export function page(made: Record, text: string, language: Language): string {
  const title = language === "zh" ? "准则 · 话术检查报告" : "Zhunze · report on a script";
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${LOOKS}</style>
${paper(made, text, language).outerHTML}
</html>
`;
}

/** Prints the report; the page shows it on paper only. */
export function print(made: Record, text: string, language: Language): void {
  document.querySelector(".printed")?.remove();
  const sheet = h("div", "printed", paper(made, text, language));
  document.body.append(sheet);
  window.print();
}
