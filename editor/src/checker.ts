import type { CheckOptions, Report, Subject } from "zhunze";

/** What checks for an editor: a `WorkerEngine`, or anything that answers the same. */
export interface Checker {
  check(subject: Subject, options?: CheckOptions): Promise<Report>;
}

let shared: Promise<Checker> | undefined;

/** Gives every editor on the page this checker. Without it, the first editor starts a worker with the built-in packs. */
export function use(checker: Checker | Promise<Checker>): void {
  shared = Promise.resolve(checker);
}

export function checker(): Promise<Checker> {
  return (shared ??= import("zhunze/worker")
    .then(({ WorkerEngine }) => WorkerEngine.start())
    .catch((error: unknown) => {
      shared = undefined; // so that a later check tries again
      throw error;
    }));
}
