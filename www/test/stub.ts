/** Stands in for the engine in tests of the page: a few words, no law. */
import type { CheckOptions, Finding, Report, Subject } from "zhunze";

export type * from "../../npm/dist/index.js";

const WORDS: [word: string, status: Finding["status"], severity: Finding["severity"], insert?: string][] = [
  ["全网最好", "violation", "high", ""],
  ["国家级", "violation", "high", ""],
  ["根治", "violation", "high"],
  ["原价", "needs-evidence", "medium"],
  ["纯天然", "suspected", "low", "含植物成分"],
];

export class Engine {
  static async builtIn(): Promise<Engine> {
    return new Engine();
  }

  check(subject: Subject, options: CheckOptions = {}): Report {
    const path = subject.kind === "listing" ? "/description" : "/script";
    const text = String(subject[path.slice(1)] ?? "");
    const findings = WORDS.flatMap(([word, status, severity, insert]): Finding[] => {
      const spans: Finding["spans"] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const before = text.slice(0, at);
        const from = [new TextEncoder().encode(before).length, at, [...before].length] as const;
        spans.push({
          path,
          utf8: [from[0], from[0] + 3 * word.length],
          utf16: [from[1], from[1] + word.length],
          chars: [from[2], from[2] + word.length],
          text: word,
        });
      }
      if (spans.length === 0) return [];
      const fix: Finding = {
        rule: `stub/${word}`,
        status,
        severity,
        bound: ["seller", "host"],
        cites: [{ law: "advertising-law", article: 9, item: 3, version: "2021-04-29", text_status: "full" }],
        message: {
          zh: `“${word}”属于绝对化或无法证实的说法，广告中不得使用。`,
          en: `“${word}” is a claim that advertising may not make.`,
        },
        spans,
      };
      if (status === "needs-evidence") fix.evidence = ["促销前七日内的成交记录"];
      if (insert !== undefined) {
        const edits = spans.map((span) => ({ path, utf16: span.utf16, insert }));
        fix.fixes = [{ edits, safe: severity === "high", note: { zh: insert ? `改为“${insert}”` : "删去即可", en: "Reword" } }];
      }
      return [fix];
    });
    const blocked = findings.some(({ status, severity }) => status === "violation" && severity !== "low");
    return {
      schema: "zhunze.report/1",
      engine: "stub",
      packs: [],
      conduct: { from: options.on ?? "2026-11-21", to: options.on ?? "2026-11-21" },
      evaluated_on: options.as_of ?? "2026-11-21",
      scope: ["text"],
      policy: "default/1",
      decision: blocked ? "block" : findings.length > 0 ? "review" : "pass",
      findings,
      exempt: [],
      assumptions: [{ id: "goods-not-medicine", message: { zh: "除非另有说明，商品不是药品。", en: "Goods are not medicine unless something says so." } }],
      waived: [],
      input_warnings: [],
      not_evaluated: [],
      summary: { satisfied: 0, not_applicable: 0, out_of_scope: 0, not_evaluated: 0 },
    };
  }

  packs(): [] {
    return [];
  }
}
