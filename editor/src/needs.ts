import type { Report } from "zhunze";

/** What is used of the JSON Schema of subjects. */
interface Node {
  $ref?: string;
  anyOf?: Node[];
  type?: string | string[];
  enum?: string[];
  pattern?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
}
export interface Schema {
  $defs: Record<string, Node>;
}

/** A fact that a person can state in one control. */
export interface Need {
  /** As reports write it: `products[].category`. */
  path: string;
  title: string;
  /** Chinese and English, parted by ` / `. */
  description: string;
  control: "yes-no" | "choice" | "several" | "category" | "money" | "whole" | "date" | "text";
  choices: string[];
  /** The enum that the choices are of. */
  of: string;
}

const PATH = /[a-z_]+(?:\[\])?(?:\.[a-z_]+(?:\[\])?)*/g;

/** Paths of facts that would settle something in a report, each once. */
export function missing(report: Report): string[] {
  const paths = new Set<string>();
  for (const finding of report.findings) for (const path of finding.missing ?? []) if (!path.startsWith("states ")) paths.add(path);
  for (const { message } of report.input_warnings) {
    const english = message.en ?? "";
    if (!english.startsWith("some of what is said depends on ")) continue;
    for (const [path] of (english.slice(31).split(";")[0] ?? "").matchAll(PATH)) if (/[_.[]/.test(path)) paths.add(path);
  }
  return [...paths];
}

/** What is asked for at those paths; paths that hold words, lists or records are left out, since one control cannot state them. */
export function needs(paths: readonly string[], kind: string, schema: Schema): Need[] {
  return paths.flatMap((path) => need(path, kind, schema) ?? []);
}

/** What the fact at a path is called in Chinese. */
export function titled(path: string, kind: string, schema: Schema): string | undefined {
  return at(path, kind, schema).title || undefined;
}

function at(path: string, kind: string, schema: Schema): { node: Node | undefined; title: string; description: string } {
  let node: Node | undefined = { $ref: `#/$defs/${kind}` };
  let title = "";
  let description = "";
  for (const step of path.split(".")) {
    node = resolve(node, schema)?.properties?.[step.replace("[]", "")];
    title = node?.title ?? "";
    description = node?.description ?? description;
    if (step.endsWith("[]")) node = resolve(node, schema)?.items;
  }
  return { node, title, description };
}

export function need(path: string, kind: string, schema: Schema): Need | undefined {
  const { node, title, description } = at(path, kind, schema);
  const name = reference(node);
  const found = resolve(node, schema);
  if (!found || name === "copy") return undefined;
  const types = [found.type ?? []].flat();
  const as = (control: Need["control"]): Need => ({ path, title, description, control, choices: found.enum ?? [], of: name ?? "" });
  if (found.enum) return as(name === "category" ? "category" : "choice");
  if (types.includes("boolean")) return as("yes-no");
  if (types.includes("array")) {
    const member = resolve(found.items, schema);
    return member?.enum ? { ...as("several"), choices: member.enum, of: reference(found.items) ?? "" } : undefined;
  }
  if (types.includes("object")) return undefined;
  if (types.includes("integer")) return as("whole");
  if (types.includes("number")) return as("money");
  if (types.includes("string")) return as(found.pattern?.startsWith("^\\d{4}-") ? "date" : "text");
  return undefined;
}

function reference(node: Node | undefined): string | undefined {
  const ref = node?.$ref ?? node?.anyOf?.find(({ $ref }) => $ref)?.$ref;
  return ref?.replace("#/$defs/", "");
}

function resolve(node: Node | undefined, schema: Schema): Node | undefined {
  const name = reference(node);
  return name === undefined ? node : schema.$defs[name];
}

/** The value at a path; of a list, in its first element. */
export function stated(facts: object, path: string): unknown {
  let value: unknown = facts;
  for (const step of path.split(".")) {
    value = (value as Record<string, unknown> | undefined)?.[step.replace("[]", "")];
    if (step.endsWith("[]")) value = (value as unknown[] | undefined)?.[0];
  }
  return value;
}

/** A copy of facts with one stated; `undefined` takes it back. Of a list, in every element, or in a first one that it makes. */
export function state<T extends object>(facts: T, path: string, value: unknown): T {
  const [step = "", ...rest] = path.split(".");
  const key = step.replace("[]", "");
  const old = (facts as Record<string, unknown>)[key];
  const inner = (item: unknown) => (rest.length ? state((item ?? {}) as object, rest.join("."), value) : value);
  const next = step.endsWith("[]") ? (Array.isArray(old) && old.length ? old : [undefined]).map(inner) : inner(old);
  const copy: Record<string, unknown> = { ...facts, [key]: next };
  if (next === undefined) delete copy[key];
  return copy as T;
}
