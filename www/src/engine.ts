import { WorkerEngine } from "zhunze/worker";

let engine: Promise<WorkerEngine> | undefined;

/** The engine of this page, in its worker; with derivations, where a page says which fields a finding is about. */
export function shared(why = false): Promise<WorkerEngine> {
  return (engine ??= WorkerEngine.start({ why }).catch((error: unknown) => {
    engine = undefined; // so that a retry may work
    throw error;
  }));
}

/** Today in China, where the law is in force, as `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}
