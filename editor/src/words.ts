import type { Decision, Message, Severity, Status } from "zhunze";

export type Language = "zh" | "en";

/** What the component says by itself. What the law says comes with the report. */
export const WORDS = {
  zh: {
    places: (count: number) => `${count} 处`,
    more: (count: number) => `还有 ${count} 处`,
    suggestion: "建议",
    remove: "删去",
    apply: "采用",
    applyEach: (count: number) => `全部采用（${count} 处）`,
    reread: "采用，须再读一遍",
    evidence: "需要的依据",
    missing: "还须说明",
    inWords: "在文字里写明",
    exceptions: (count: number) => `法律另有 ${count} 种可以不违反的情形`,
    law: "条文与例外",
    also: "另可能涉及",
    and: "、",
    checking: "正在检查",
    failed: "没有查成",
    nothing: "未见问题",
    findings: (count: number) => `${count} 处问题`,
    next: "下一处",
    keys: "F8 下一处，Ctrl+. 看说明",
    applySafe: (count: number) => `采用 ${count} 处稳妥改法`,
    needs: (count: number) => `补充 ${count} 项信息`,
    facts: "只需补充这几项",
    unknown: "不清楚",
    none: "没有",
    yes: "是",
    no: "否",
    applied: "已采用，可以撤销",
    closed: "关闭",
    at: (quote: string, what: string) => `「${quote}」：${what}`,
    required: "请填写",
    blocked: "文字里有不宜发布的内容",
  },
  en: {
    places: (count: number) => (count === 1 ? "1 place" : `${count} places`),
    more: (count: number) => `${count} more`,
    suggestion: "Suggestion",
    remove: "delete",
    apply: "Apply",
    applyEach: (count: number) => `Apply to all ${count}`,
    reread: "Apply, then read again",
    evidence: "Evidence needed",
    missing: "Still to be stated",
    inWords: "in the text itself",
    exceptions: (count: number) => `The law knows ${count === 1 ? "1 case" : `${count} cases`} in which this is lawful`,
    law: "Article and exceptions",
    also: "May also touch",
    and: ", ",
    checking: "Checking",
    failed: "Could not check",
    nothing: "Nothing found",
    findings: (count: number) => (count === 1 ? "1 finding" : `${count} findings`),
    next: "Next",
    keys: "F8 for the next one, Ctrl+. to explain",
    applySafe: (count: number) => (count === 1 ? "Apply the safe fix" : `Apply ${count} safe fixes`),
    needs: (count: number) => (count === 1 ? "Supply 1 fact" : `Supply ${count} facts`),
    facts: "Only these are needed",
    unknown: "not known",
    none: "none",
    yes: "yes",
    no: "no",
    applied: "Applied; undo brings it back",
    closed: "Close",
    at: (quote: string, what: string) => `“${quote}”: ${what}`,
    required: "Please fill this in",
    blocked: "The text holds words that should not be published",
  },
} satisfies Record<Language, unknown>;

export const DECISIONS: Record<Decision, Message> = {
  block: { zh: "不宜发布", en: "Do not publish" },
  review: { zh: "须人工复核", en: "Needs review" },
  pass: { zh: "未见问题", en: "Nothing found" },
};

export const STATUSES: Record<Status, Message> = {
  violation: { zh: "违反", en: "Violation" },
  suspected: { zh: "疑似", en: "Suspected" },
  "needs-evidence": { zh: "须有依据", en: "Needs evidence" },
  "needs-judgement": { zh: "须人判断", en: "Needs judgement" },
  undetermined: { zh: "未能确定", en: "Undetermined" },
};

export const SEVERITIES: Record<Severity, Message> = {
  high: { zh: "高", en: "high" },
  medium: { zh: "中", en: "medium" },
  low: { zh: "低", en: "low" },
};

/** A message in the reader's language, or in Chinese where it has no other. */
export function said(message: Message | undefined, language: Language): string {
  return message?.[language] ?? message?.zh ?? "";
}
