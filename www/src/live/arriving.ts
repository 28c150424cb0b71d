import type { Segment } from "zhunze";
import type { Cue, Opened } from "../script/files.js";

/** A segment, and when it is heard: milliseconds from the start of the file. */
export interface Arriving {
  at: number;
  segment: Segment;
}

/** How long a sign takes where a file has no times: somewhat over four in a second. */
const SIGN_MS = 230;

/** The segments of a file: its cues at their own times, or else its lines at the pace of speech. */
export function arriving({ text, cues }: Opened): Arriving[] {
  const lines = text.split("\n");
  if (cues && cues.length === lines.length) return timed(lines, cues);
  let at = 0;
  return lines.flatMap((line) => {
    const words = line.trim();
    if (!words) return [];
    const heard = { at, segment: { text: words } };
    at += words.length * SIGN_MS;
    return [heard];
  });
}

function timed(lines: string[], cues: readonly Cue[]): Arriving[] {
  let latest = 0;
  return lines.map((text, index) => {
    const { time = "", speaker } = cues[index] ?? {};
    const [start, end] = time.split("-->").map((part) => millis(part.trim().split(/\s/)[0] ?? ""));
    // Cues are played in the order of the file, whatever their times say.
    latest = Math.max(latest, start ?? 0);
    const times = { ...(start !== undefined && { start_ms: start }), ...(start !== undefined && end !== undefined && end >= start && { end_ms: end }) };
    return { at: latest, segment: { text, ...times, ...(speaker && { speaker }) } };
  });
}

/** `01:02:03,456` or `02:03.456` in milliseconds. */
export function millis(time: string): number | undefined {
  const found = /^(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})$/.exec(time);
  if (!found) return undefined;
  const [hours, minutes, seconds] = [found[1], found[2], found[3]].map((part) => Number(part ?? 0)) as [number, number, number];
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((found[4] ?? "").padEnd(3, "0"));
}

/** Milliseconds as a clock shows them: `2:03`, `1:02:03`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
