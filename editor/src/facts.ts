import { css, html, LitElement, nothing } from "lit";
import { stated, state, type Need } from "./needs.js";
import { theme } from "./theme.js";
import { WORDS, type Language } from "./words.js";

/**
 * Asks for facts: one control for each, nothing that was not asked for.
 *
 * @fires facts - detail: the facts as they are now
 */
export class FactsForm extends LitElement {
  static override properties = { needs: { attribute: false }, facts: { attribute: false }, language: {}, names: { state: true } };

  declare needs: readonly Need[];
  declare facts: object;
  declare language: Language;
  /** What members and categories are called, loaded when something is asked. */
  declare names: typeof import("./named.js") | undefined;

  constructor() {
    super();
    this.needs = [];
    this.facts = {};
    this.language = "zh";
  }

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: 0.75rem 1.25rem;
      }
      .one,
      fieldset {
        display: grid;
        align-content: start;
        gap: 0.15rem;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      label,
      legend {
        padding: 0;
        font-weight: 600;
        font-size: 0.875rem;
      }
      small {
        color: var(--faint);
        font-size: 0.8125rem;
        line-height: 1.5;
      }
      .pick {
        display: flex;
        gap: 0.9rem;
        min-height: 2rem;
        align-items: center;
      }
      .several {
        grid-column: 1 / -1;
      }
      .several .pick {
        flex-wrap: wrap;
        gap: 0.1rem 0.9rem;
      }
      .pick label {
        display: flex;
        gap: 0.3rem;
        align-items: center;
        font-weight: 400;
      }
    `,
  ];

  protected override willUpdate(): void {
    if (this.needs.length && !this.names) void import("./named.js").then((names) => (this.names = names));
  }

  override render() {
    return this.needs.map((need, index) => this.#one(need, `need-${index}`));
  }

  #one(need: Need, id: string) {
    const { language } = this;
    const words = WORDS[language];
    const [zh = "", en = ""] = need.description.split(" / ");
    const title = language === "en" ? en || need.title : need.title;
    const about = language === "en" || zh === need.title ? "" : zh;
    const value = stated(this.facts, need.path);
    const set = (next: unknown) => this.#set(need.path, next);
    const hint = about ? html`<small id="${id}-about">${about}</small>` : nothing;
    const described = about ? `${id}-about` : nothing;
    if (need.control === "yes-no") {
      const choices = [[words.yes, true], [words.no, false], [words.unknown, undefined]] as const;
      return html`
        <fieldset aria-describedby=${described}>
          <legend>${title}</legend>
          ${hint}
          <div class="pick">
            ${choices.map(([name, choice]) => html`<label><input type="radio" name=${id} .checked=${value === choice} @change=${() => set(choice)} />${name}</label>`)}
          </div>
        </fieldset>
      `;
    }
    if (need.control === "several") {
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      const toggle = (choice: string) => {
        const next = chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice];
        set(next.length ? next : undefined);
      };
      return html`
        <fieldset class="several" aria-describedby=${described}>
          <legend>${title}</legend>
          ${hint}
          <div class="pick">
            ${need.choices.map((choice) => html`<label><input type="checkbox" .checked=${chosen.includes(choice)} @change=${() => toggle(choice)} />${this.#name(need, choice)}</label>`)}
          </div>
        </fieldset>
      `;
    }
    const control =
      need.control === "category" || need.control === "choice"
        ? html`<select id=${id} aria-describedby=${described} @change=${(event: Event) => set((event.target as HTMLSelectElement).value || undefined)}>
            <option value="" ?selected=${value === undefined}>${words.unknown}</option>
            ${need.control === "category"
              ? this.names?.categories(language, value)
              : need.choices.map((choice) => html`<option value=${choice} ?selected=${value === choice}>${this.#name(need, choice)}</option>`)}
          </select>`
        : html`<input
            id=${id}
            aria-describedby=${described}
            type=${need.control === "date" ? "date" : "text"}
            inputmode=${need.control === "money" ? "decimal" : need.control === "whole" ? "numeric" : "text"}
            .value=${String(value ?? "")}
            @change=${(event: Event) => set(read(need, (event.target as HTMLInputElement).value.trim()))}
          />`;
    return html`<div class="one"><label for=${id}>${title}</label>${hint}${control}</div>`;
  }

  #name(need: Need, choice: string): string {
    return this.names?.member(need.of, choice, this.language) ?? choice;
  }

  #set(path: string, value: unknown): void {
    this.facts = state(this.facts, path, value);
    this.dispatchEvent(new CustomEvent("facts", { detail: this.facts }));
  }
}

/** What was typed, as the contract writes it; nothing typed is not known, and so is what cannot be one. */
function read({ control }: Need, typed: string): unknown {
  if (typed === "") return undefined;
  if (control === "whole") return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
  if (control === "money") return /^\d{1,9}(\.\d{1,2})?$/.test(typed) ? typed : undefined;
  return typed;
}
