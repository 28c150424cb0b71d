// Writes src/studio/keywords.ts from the compiler's own table.
import { readFileSync, writeFileSync } from "node:fs";

const table = readFileSync(new URL("../../src/syntax/keywords.rs", import.meta.url), "utf8");
const rows = [...table.matchAll(/^\s+(kw_\w+) "([^"]+)" "([^"]+)";/gm)].map(([, rule, zh, en]) => [rule, zh, en]);
if (rows.length < 50) throw new Error("keywords.rs reads differently now");
const opens = /ALL:[^=]*= \[([^;]*)\];/s.exec(table)[1];
const items = rows.filter(([rule]) => opens.includes(`Rule::${rule},`)).flatMap(([, zh, en]) => [zh, en]);
const words = rows.flatMap(([, zh, en]) => [zh, en]).filter((word) => !items.includes(word));
const list = (name, about, found) => `/** ${about} */\nexport const ${name} = new Set(${JSON.stringify([...new Set(found)])});\n`;
writeFileSync(
  new URL("../src/studio/keywords.ts", import.meta.url),
  `// Generated from src/syntax/keywords.rs by scripts/keywords.mjs. Do not edit.\n\n${list("ITEMS", "Words that open an item.", items)}\n${list("KEYWORDS", "The other keywords.", words)}`,
);
