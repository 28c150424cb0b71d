/** A cue of subtitles: its time line as it stood, and on which line of the text its words are. */
export interface Cue {
  time: string;
  /** Who speaks, where WebVTT names somebody. */
  speaker?: string;
}

/** A file as the page holds it: text, and for subtitles the time of each line. */
export interface Opened {
  name: string;
  text: string;
  cues?: Cue[];
}

export const ACCEPTED = [".txt", ".md", ".docx", ".srt", ".vtt"];
const MOST_BYTES = 20 << 20;

/** What keeps a file from being opened. */
export class Unreadable extends Error {}

export async function open(file: File): Promise<Opened> {
  const ending = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? "";
  if (!ACCEPTED.includes(ending)) throw new Unreadable("type");
  if (file.size > MOST_BYTES) throw new Unreadable("size");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (ending === ".docx") {
    const { words } = await import("./docx.js");
    return { name: file.name, text: words(bytes) };
  }
  const text = decoded(bytes).replace(/\r\n?/g, "\n");
  return ending === ".srt" || ending === ".vtt" ? { name: file.name, ...subtitles(text) } : { name: file.name, text };
}

/** UTF-8 or UTF-16, and what is neither is in the encoding of older Chinese programs. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const TIME = /^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->\s+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}/;

/** The words of SubRip or WebVTT, a cue a line. */
export function subtitles(text: string): { text: string; cues: Cue[] } {
  const cues: Cue[] = [];
  const lines: string[] = [];
  for (const block of text.replace(/^\uFEFF/, "").split(/\n[ \t]*\n/)) {
    const rows = block.split("\n");
    const at = rows.findIndex((row) => TIME.test(row));
    if (at < 0) continue;
    const words = rows.slice(at + 1).map((row) => row.replace(/<[^>]*>/g, "").trim()).filter(Boolean);
    if (!words.length) continue;
    const speaker = /^\s*<v[^\s>]*\s+([^>]+)>/.exec(rows[at + 1] ?? "")?.[1]?.trim();
    cues.push({ time: (rows[at] ?? "").trim(), ...(speaker && { speaker }) });
    lines.push(words.join(" "));
  }
  return { text: lines.join("\n"), cues };
}

/** The text as a file of the kind it came from. Subtitles keep their times while each cue is still one line. */
export function file(text: string, opened: Opened | undefined): { name: string; content: string } {
  const name = opened?.name ?? "script.txt";
  const stem = name.replace(/\.[^.]+$/, "");
  const lines = text.split("\n");
  if (opened?.cues && opened.cues.length === lines.length) {
    const vtt = name.toLowerCase().endsWith(".vtt");
    const cues = lines.map((line, index) => `${vtt ? "" : `${index + 1}\n`}${opened.cues?.[index]?.time}\n${line}\n`);
    return { name: `${stem}.${vtt ? "vtt" : "srt"}`, content: (vtt ? "WEBVTT\n\n" : "") + cues.join("\n") };
  }
  return { name: `${stem}.${name.toLowerCase().endsWith(".md") ? "md" : "txt"}`, content: text };
}
