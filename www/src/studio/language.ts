import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StreamParser } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { ITEMS, KEYWORDS } from "./keywords.js";

const WORD = /^[\p{L}\p{N}_〇]+(?:-[\p{L}\p{N}_〇]+)*/u;
const PLACE = /^第[\d一二三四五六七八九十百零]+[条款项]/;

/** Just enough of the language to colour it; what is right and wrong, the compiler says. */
const parser: StreamParser<{ depth: number }> = {
  name: "zhunze",
  startState: () => ({ depth: 0 }),
  token(stream, state) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return "string";
    if (stream.match(/^\d{4}-\d{2}-\d{2}/)) return "number";
    if (stream.match(PLACE)) return "number";
    if (stream.match(/^<[^<>\s]+>/)) return "typeName";
    if (stream.match(/^\d[\d_]*(?:\.\d+)?\s*(?:元|%|日|天|周|个月|月|年|小时)?/)) return "number";
    if (stream.match(/^[{}]/)) {
      state.depth += stream.current() === "{" ? 1 : -1;
      return "bracket";
    }
    if (stream.match(/^\([a-z][a-z0-9_.-]*\)/)) return "propertyName";
    if (stream.match(/^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+/)) return "propertyName";
    const start = stream.sol() || /^\s*$/.test(stream.string.slice(0, stream.pos));
    if (stream.match(WORD)) {
      const word = stream.current();
      if (start && ITEMS.has(word)) return "definitionKeyword";
      if (KEYWORDS.has(word) || ITEMS.has(word)) return "keyword";
      return /^[a-z]/.test(word) ? "propertyName" : "variableName";
    }
    stream.next();
    return "operator";
  },
  languageData: { commentTokens: { line: "#" } },
};

export const zhunze = [
  StreamLanguage.define(parser),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.definitionKeyword, color: "var(--seal)", fontWeight: "600" },
      { tag: tags.keyword, color: "var(--link)" },
      { tag: tags.string, color: "var(--fine)" },
      { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
      { tag: tags.number, color: "var(--doubt)" },
      { tag: tags.typeName, color: "var(--open)" },
      { tag: tags.propertyName, color: "var(--faint)" },
    ]),
  ),
];
