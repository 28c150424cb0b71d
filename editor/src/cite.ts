import type { Cite, Finding } from "zhunze";
import type { Language } from "./words.js";

const DIGITS = [..."零一二三四五六七八九"];

/** A number from 1 to 999 as Chinese law writes it. */
export function numeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  let written = hundreds > 0 ? `${DIGITS[hundreds]}百` : "";
  if (tens > 0) written += tens === 1 && hundreds === 0 ? "十" : `${DIGITS[tens]}十`;
  else if (hundreds > 0 && ones > 0) written += "零";
  return ones > 0 ? written + DIGITS[ones] : written;
}

/** A citation as a reader of the language writes it. */
export function cited(cite: Cite, language: Language): string {
  const { article, sub, paragraph, item, section } = cite;
  if (language === "en") {
    const parts = [article && `art. ${article}${sub ? `-${sub}` : ""}`, paragraph && `para. ${paragraph}`, item && `item ${item}`];
    return [cite.title.en ?? cite.law, section ?? parts.filter(Boolean).join(" ")].join(", ");
  }
  let place = section ?? "";
  if (article) place += `第${numeral(article)}条`;
  if (sub) place += `之${numeral(sub)}`;
  if (paragraph) place += `第${numeral(paragraph)}款`;
  if (item) place += `第${numeral(item)}项`;
  // Inside of title marks, others are single.
  const title = cite.title.zh.replace(/^中华人民共和国/, "").replaceAll("《", "〈").replaceAll("》", "〉");
  return `《${title}》${place}`;
}

/** Findings that rest on a law on which the first does not: the same law on the same words need not be told twice. */
export function onOtherLaw({ cites }: Finding, also: readonly Finding[]): Finding[] {
  const named = new Set(cites.map((cite) => cited(cite, "zh")));
  return also.filter((other) => !other.cites.every((cite) => named.has(cited(cite, "zh"))));
}
