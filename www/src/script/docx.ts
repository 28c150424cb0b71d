import { strFromU8, unzipSync } from "fflate";
import { Unreadable } from "./files.js";

const BODY = "word/document.xml";
const MOST_BYTES = 50 << 20;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The words of a Word document, a paragraph a line. What was deleted with changes tracked is not among them. */
export function words(bytes: Uint8Array): string {
  let xml: string;
  try {
    const found = unzipSync(bytes, { filter: ({ name, originalSize }) => name === BODY && originalSize <= MOST_BYTES })[BODY];
    if (!found) throw new Unreadable("docx");
    xml = strFromU8(found);
  } catch {
    throw new Unreadable("docx");
  }
  let text = "";
  for (const [, tag = "", content = ""] of xml.matchAll(/<(w:t|w:tab|w:br|w:cr|\/w:p)(?:\s[^>]*)?\/?>(?:([^<]*)(?=<\/w:t>))?/g)) {
    if (tag === "w:t") text += content.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, entity);
    else if (tag === "w:tab") text += "\t";
    else text += "\n";
  }
  return text.replace(/\n+$/, "");
}

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
  if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  return ENTITIES[name ?? ""] ?? whole;
}
