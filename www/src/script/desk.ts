import { html, nothing } from "lit";
import type { Report } from "zhunze";
import { said } from "zhunze-editor/parts";
import { Page, save } from "../base.js";
import { open, Unreadable, type Opened } from "./files.js";
import type { Reviewed } from "./groups.js";
import { WORDS } from "./words.js";

/** What a report that leaves the page is about. */
export interface Exported {
  /** The text that was checked, and what it is called. */
  text: string;
  name: string;
  facts: Record<string, unknown>;
  reviewed: readonly Reviewed[];
  report: Report;
  /** The report as its page shows it, where places in it are not those of the text. */
  shown?: Report;
}

/** A page that takes a file in, by button or by drop, and gives a report out. */
export abstract class DeskPage extends Page {
  static override properties = {
    ...Page.properties,
    opened: { state: true },
    dropping: { state: true },
    unreadable: { state: true },
  };

  declare opened: Opened | undefined;
  declare dropping: boolean;
  /** Why the last file could not be read. */
  declare unreadable: string | undefined;

  constructor() {
    super();
    this.dropping = false;
    addEventListener("dragover", (event) => this.#over(event));
    addEventListener("dragleave", (event) => event.relatedTarget === null && (this.dropping = false));
    addEventListener("drop", (event) => this.#dropped(event));
  }

  /** Takes in what was read. */
  protected abstract take(opened: Opened): void;

  /** For the button that opens a file. */
  protected chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.#open(input.files?.[0]);
    input.value = "";
  }

  /** What a report tells beside its findings. */
  protected more(report: Report) {
    const words = WORDS[this.language];
    const list = (title: string, items: unknown[]) =>
      items.length
        ? html`<details class="more">
            <summary>${title} ${items.length}</summary>
            <ul>
              ${items.map((item) => html`<li>${item}</li>`)}
            </ul>
          </details>`
        : nothing;
    return [
      list(words.hints, report.input_warnings.map(({ message }) => said(message, this.language))),
      list(words.exempt, report.exempt.map(({ spans, keep }) => `「${spans[0]?.text ?? ""}」${keep ? `　${words.keep}：${keep}` : ""}`)),
      list(words.assumptions, report.assumptions.map(({ message }) => said(message, this.language))),
      list(words.notEvaluated, report.not_evaluated.map(({ rule, reason }) => `${rule}（${words.unread[reason]}）`)),
      list(words.packs, report.packs.map(({ id, version, digest }) => html`${id} ${version} <span class="faint">${digest.slice(0, 19)}…</span>`)),
    ];
  }

  /** Saves a report as a file, or prints it. */
  protected async give(kind: "html" | "json" | "csv" | "print", { text, name, facts, reviewed, report, shown }: Exported): Promise<void> {
    const { language } = this;
    this.renderRoot.querySelector(".menu")?.removeAttribute("open");
    const { csv, json, page, print, record } = await import("./report.js");
    const made = await record(text, name, facts, [...reviewed], report);
    const told = shown ? { ...made, report: shown } : made;
    const file = `zhunze-${report.evaluated_on}-${made.source.sha256.slice(0, 8)}`;
    if (kind === "json") save(`${file}.json`, "application/json", json(made));
    else if (kind === "csv") save(`${file}.csv`, "text/csv;charset=utf-8", csv(told, text, language));
    else if (kind === "html") save(`${file}.html`, "text/html;charset=utf-8", page(told, text, language));
    else print(told, text, language);
  }

  async #open(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    this.unreadable = undefined;
    try {
      this.take(await open(chosen));
    } catch (error) {
      this.unreadable = error instanceof Unreadable ? error.message : "other";
    }
  }

  #over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = true;
  }

  #dropped(event: DragEvent): void {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.dropping = false;
    void this.#open(event.dataTransfer.files[0]);
  }
}

/** A menu closes when the focus leaves it. */
export function shut(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
}

export function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
