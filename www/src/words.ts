import type { Decision, Message, Severity, Status } from "zhunze";

export type Language = "zh" | "en";

/** What the page itself says. What the law says comes with the report. */
export const WORDS = {
  zh: {
    name: "准则",
    tagline: "发布前，先过一遍法条",
    other: "English",
    livestream: "直播话术",
    listing: "商品文案",
    kind: "文本类型",
    text: "要检查的文字",
    placeholder: "把话术或文案粘贴到这里。",
    local: "文字只在这台设备上检查，不会上传。",
    sample: "看一个例子",
    clear: "清空",
    loading: "正在载入检查引擎…",
    failed: "检查引擎没有载入",
    retry: "重试",
    broken: "这段文字没有查成",
    findings: "检查结果",
    empty: "粘贴文字后，问题会标在原文上，并在这里列出条文、原因和改法。",
    reach: "仅就文字本身检查；价格、资质、实物等事实不在其中。",
    places: (count: number) => `${count} 处`,
    count: (count: number) => `${count} 条`,
    characters: (count: number) => `${count} 字`,
    suggestion: "建议",
    remove: "删去",
    apply: "采用",
    review: "采用，须再读一遍",
    applyAll: (count: number) => `一并采用 ${count} 条稳妥改法`,
    exceptions: "可以不违反的情形",
    evidence: "需要的依据",
    missing: "还须说明",
    exempt: "已豁免",
    assumptions: "检查时的推定",
    keep: "请留存",
    dates: (on: string) => `按 ${on} 有效的规定检查。`,
    sampleText:
      "家人们，这款面霜是国家级实验室的配方，全网最好，没有之一！\n" +
      "纯天然成分，孕妇也能用，三天根治敏感肌。\n" +
      "原价399，今天直播间只要99，拍下就送小样两支。",
  },
  en: {
    name: "Zhunze",
    tagline: "Read it against the law before you publish",
    other: "中文",
    livestream: "Livestream script",
    listing: "Listing copy",
    kind: "Kind of text",
    text: "Text to check",
    placeholder: "Paste a script or listing copy here (in Chinese).",
    local: "The text is checked on this device and never uploaded.",
    sample: "Show an example",
    clear: "Clear",
    loading: "Loading the engine…",
    failed: "The engine did not load",
    retry: "Try again",
    broken: "This text could not be checked",
    findings: "Findings",
    empty: "Findings are marked in your text and listed here with the article, the reason and a wording that is safe.",
    reach: "Only the words were checked, not prices, licences or the goods themselves.",
    places: (count: number) => (count === 1 ? "1 place" : `${count} places`),
    count: (count: number) => String(count),
    characters: (count: number) => (count === 1 ? "1 character" : `${count} characters`),
    suggestion: "Suggestion",
    remove: "delete",
    apply: "Apply",
    review: "Apply, then read again",
    applyAll: (count: number) => (count === 1 ? "Apply the safe fix" : `Apply all ${count} safe fixes`),
    exceptions: "May be lawful when",
    evidence: "Evidence needed",
    missing: "Still to be stated",
    exempt: "Exempt",
    assumptions: "Presumed",
    keep: "Keep",
    dates: (on: string) => `By the rules in force on ${on}.`,
    sampleText: "",
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
