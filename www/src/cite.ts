import type { Cite } from "zhunze";
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
    return [cite.law, section ?? parts.filter(Boolean).join(" ")].join(", ");
  }
  let place = section ?? "";
  if (article) place += `第${numeral(article)}条`;
  if (sub) place += `之${numeral(sub)}`;
  if (paragraph) place += `第${numeral(paragraph)}款`;
  if (item) place += `第${numeral(item)}项`;
  return `《${LAWS[cite.law] ?? cite.law}》${place}`;
}

/** Short titles of the instruments that are cited most; others show their id. */
const LAWS: Record<string, string> = {
  "absolute-terms-guide-2023": "广告绝对化用语执法指南",
  "advertising-law": "广告法",
  "anti-unfair-competition-law-2025": "反不正当竞争法",
  "consumer-rights-law": "消费者权益保护法",
  "consumer-rights-regulations-2024": "消费者权益保护法实施条例",
  "e-commerce-law": "电子商务法",
  "food-safety-law-2025": "食品安全法",
  "internet-advertising-measures": "互联网广告管理办法",
  "livestream-ecommerce-measures-2026": "直播电商监督管理办法",
  "livestream-marketing-measures-2021": "网络直播营销管理办法（试行）",
  "online-transaction-measures": "网络交易监督管理办法",
  "price-law": "价格法",
  "price-marking-provisions": "明码标价和禁止价格欺诈规定",
};
