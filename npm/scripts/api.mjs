// Writes docs/api.md from the declarations that the package ships; with --check, only says whether it is as it should be.
import { readFileSync, writeFileSync } from "node:fs";

const ENTRIES = [
  ["zhunze", "The engine. No compiler in it; a browser fetches the module and the packs when they are first needed.", ["engine", "session", "fix", "errors", "report", "host"]],
  ["zhunze/worker", "The engine in a Web Worker.", ["worker"]],
  ["zhunze/store", "Packs that update themselves from a signed repository; with a module of its own that verifies ([how](trust.md)). `folderStorage` is for Node.", ["pack-store", "storage", "folder"]],
  ["zhunze/compiler", "The compiler, with a module of its own.", ["compile"]],
];
/** What entries do not give, and what stands elsewhere. */
const HIDDEN = new Set(["use", "host", "Host", "ErrorRecord", "exception", "record", "guarded"]);

const dist = new URL("../dist/", import.meta.url);

/** The exported declarations of a file: name, comment, text. */
function declarations(name) {
  const found = [];
  let comment = [];
  let block;
  for (const line of readFileSync(new URL(`${name}.d.ts`, dist), "utf8").split("\n")) {
    if (block) {
      block.lines.push(line);
      if (/^[}]/.test(line)) block = undefined;
    } else if (/^(\/\*\*| \*)/.test(line)) {
      if (line.startsWith("/**")) comment = [];
      comment.push(line);
    } else if (line.startsWith("export ")) {
      const [, title] = /^export (?:declare )?(?:class|interface|type|function|const) (\w+)/.exec(line) ?? [];
      const made = { title, comment, lines: [line] };
      if (title) found.push(made);
      if (/\{$/.test(line)) block = made;
      comment = [];
    }
  }
  return found.filter(({ title }) => !HIDDEN.has(title));
}

const prose = (comment) =>
  comment
    .map((line) => line.replace(/^\s*\/?\*+\/?\s?/, "").replace(/\s*\*\/$/, ""))
    .join("\n")
    .replace(/\{@link ([^}]+)\}/g, "`$1`")
    .trim();

const code = (lines) =>
  lines
    .filter((line) => !/#private;|private constructor|^    constructor\(/.test(line))
    .join("\n")
    .replace(/^export (declare )?/, "")
    .replaceAll("    ", "  ")
    .replace(/\{@link ([^}]+)\}/g, "`$1`");

const pages = ENTRIES.map(([entry, about, files]) => {
  const parts = files.flatMap(declarations).map(({ title, comment, lines }) => `### ${title}\n\n${prose(comment)}\n\n\`\`\`ts\n${code(lines)}\n\`\`\`\n`);
  return `## \`${entry}\`\n\n${about}\n\n${parts.join("\n")}`;
});
const text = `# The npm package

Generated from the package's declarations by \`npm/scripts/api.mjs\`. Do not edit. Every kind of subject and its facts are types too
(\`Listing\`, \`Livestream\`, …), generated from the packs; \`zhunze/schema.json\` is the same as JSON Schema.

${pages.join("\n")}`.replace(/\n{3,}/g, "\n\n");

const file = new URL("../../docs/api.md", import.meta.url);
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) throw new Error("docs/api.md is not what npm/scripts/api.mjs writes");
} else writeFileSync(file, text);
