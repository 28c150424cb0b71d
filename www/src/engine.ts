import { WorkerEngine } from "zhunze/worker";
import { remembered } from "./language.js";

let engine: Promise<WorkerEngine> | undefined;

/**
 * The engine of this page, in its worker; with derivations, where a page says which fields a finding is about. English texts are loaded
 * where somebody reads them.
 */
export function shared(why = false): Promise<WorkerEngine> {
  return (engine ??= WorkerEngine.start({ why, english: remembered() === "en" }).catch((error: unknown) => {
    engine = undefined; // so that a retry may work
    throw error;
  }));
}

/** Loads English texts, once; what was told before is to be asked for again. */
export async function english(): Promise<void> {
  await (await shared()).loadEnglish();
}

/** Today in China, where the law is in force, as `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}
