// Writes src/members.ts: what the members of the facts' enums and the categories are called, from the packs.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const packs = new URL("../../packs/", import.meta.url);
const files = readdirSync(packs, { recursive: true }).filter((name) => name.endsWith(".zz") && !name.endsWith(".test.zz")).sort();
const ITEM = /^(枚举|类目树|enum|taxonomy) \S+(?: \(([a-z0-9-]+)\))?[^{]*\{$/;
const ENTRY = /^(\s+)(\S+) \(([a-z0-9-]+)\)(?:\s+"([^"]*)")?(?:\s+"([^"]*)")?/;

const members = {};
const categories = [];
for (const file of files) {
  let within;
  const text = readFileSync(new URL(file, packs), "utf8").replace(/\n\s+"/g, ' "'); // a text that stands in the next line
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) within = ITEM.exec(line);
    const [, indent, zh, id, , en] = (within && ENTRY.exec(line)) || [];
    if (!id) continue;
    if (/^(枚举|enum)/.test(within[0])) (members[within[2]] ??= {})[id] = [zh, en ?? id];
    else categories.push([id, zh, en ?? id, indent.length / 2 - 1]);
  }
}
const lines = (rows) => rows.map((row) => `  ${row},\n`).join("");
writeFileSync(
  new URL("../src/members.ts", import.meta.url),
  `// Generated from the packs' facts by scripts/members.mjs. Do not edit.

/** What members of enums are called: enum → member → Chinese and English. */
export const MEMBERS: Record<string, Record<string, [zh: string, en: string]>> = {
${lines(Object.entries(members).map(([id, names]) => `${JSON.stringify(id)}: ${JSON.stringify(names)}`))}};

/** Categories in the tree's order, each with its depth. */
export const CATEGORIES: [id: string, zh: string, en: string, depth: number][] = [
${lines(categories.map((row) => JSON.stringify(row)))}];
`,
);
