// Writes src/members.ts: what the members of the facts' enums and the categories are called, from the packs.
import { readFileSync, writeFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../../packs/cn.facts/${name}`, import.meta.url), "utf8");
const ENTRY = /^(\s+)(\S+) \(([a-z0-9-]+)\) "([^"]*)"(?:\s+"([^"]*)")?/gm;

const members = {};
for (const [, , zh, id, , en] of read("enums.zz").matchAll(ENTRY)) members[id] = [zh, en ?? id];
const categories = [];
for (const [, indent, zh, id, , en] of read("categories.zz").matchAll(ENTRY)) {
  categories.push([id, zh, en ?? id, indent.replace(/[^ ]/g, "").length / 2 - 1]);
}
const lines = (rows) => rows.map((row) => `  ${row},\n`).join("");
writeFileSync(
  new URL("../src/members.ts", import.meta.url),
  `// Generated from the packs' facts by scripts/members.mjs. Do not edit.

/** Members of enums: id → Chinese and English. */
export const MEMBERS: Record<string, [zh: string, en: string]> = {
${lines(Object.entries(members).map(([id, names]) => `${JSON.stringify(id)}: ${JSON.stringify(names)}`))}};

/** Categories in the tree's order, each with its depth. */
export const CATEGORIES: [id: string, zh: string, en: string, depth: number][] = [
${lines(categories.map((row) => JSON.stringify(row)))}];
`,
);
