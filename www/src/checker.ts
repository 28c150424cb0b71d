import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { Engine, type Fix, type Report, type Subject } from "zhunze";
import "./finding.js";
import { edits, inReadingOrder, safeFixes } from "./marks.js";
import "./text.js";
import { DECISIONS, said, WORDS, type Language } from "./words.js";

/** Which fact of which subject the text is. */
const KINDS = {
  livestream: { path: "/script", subject: (text: string): Subject => ({ kind: "livestream", script: text }) },
  listing: { path: "/description", subject: (text: string): Subject => ({ kind: "listing", description: text }) },
} as const;
type Kind = keyof typeof KINDS;

/** The page: a text, what the law says about it, and wording that is safe. */
export class Checker extends LitElement {
  static override properties = {
    text: { state: true },
    kind: { state: true },
    language: { state: true },
    engine: { state: true },
    failure: { state: true },
    picked: { state: true },
  };

  declare text: string;
  declare kind: Kind;
  declare language: Language;
  declare engine: Engine | undefined;
  declare failure: string | undefined;
  declare picked: number | undefined;
  #report: Report | undefined;
  #trouble: string | undefined;

  constructor() {
    super();
    this.text = "";
    this.kind = "livestream";
    this.language = remembered();
    void this.#load();
  }

  static override styles = css`
    :host {
      display: grid;
      grid-template-rows: auto 1fr;
      min-height: 100dvh;
    }
    button,
    label {
      font: inherit;
      color: inherit;
      cursor: pointer;
    }
    button {
      min-height: 2.1rem;
      padding: 0 0.75rem;
      border: 1px solid transparent;
      border-radius: 6px;
      background: none;
    }
    button:disabled {
      opacity: 0.45;
      cursor: default;
    }
    button:focus-visible,
    input:focus-visible + span {
      outline: 2px solid var(--focus);
      outline-offset: 1px;
    }
    .quiet {
      color: var(--faint);
      font-size: 0.875rem;
    }

    .top {
      display: flex;
      flex-wrap: wrap;
      gap: 0.3rem 1rem;
      align-items: baseline;
      padding: 0.7rem 1.25rem 0.6rem;
      border-block-end: 1px solid var(--line);
    }
    h1 {
      margin: 0;
      font: 700 1.35rem/1.4 var(--serif);
      letter-spacing: 0.08em;
    }
    :host([lang="en"]) h1 {
      letter-spacing: 0;
    }
    .top p {
      flex: 1;
      margin: 0;
    }

    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      min-height: 0;
    }
    .writing {
      display: grid;
      grid-template-rows: auto 1fr auto;
      min-height: 42dvh;
      background: var(--sheet);
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 0.4rem;
      align-items: center;
      padding: 0.5rem 0.9rem;
    }
    .bar .quiet {
      padding-inline: 0.35rem;
    }
    fieldset {
      display: flex;
      margin: 0;
      margin-inline-end: auto;
      padding: 2px;
      border: 0;
      border-radius: 8px;
      background: var(--paper);
    }
    fieldset input {
      position: absolute;
      opacity: 0;
      pointer-events: none;
    }
    fieldset span {
      display: block;
      padding: 0.15rem 0.85rem;
      border-radius: 6px;
      color: var(--faint);
      font-size: 0.9375rem;
    }
    fieldset input:checked + span {
      background: var(--sheet);
      color: var(--ink);
      box-shadow: 0 0 0 1px var(--line);
    }
    .foot {
      border-block-start: 1px solid var(--line);
    }
    .foot .quiet:first-child {
      margin-inline-end: auto;
    }

    .results {
      border-block-start: 1px solid var(--line);
    }
    .summary {
      position: sticky;
      top: 0;
      z-index: 1;
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 0.8rem;
      align-items: center;
      min-height: 3.3rem;
      padding: 0.5rem 1.1rem;
      border-block-end: 1px solid var(--line);
      background: var(--paper);
    }
    .summary strong {
      font-size: 1.0625rem;
    }
    .block {
      color: var(--breach);
    }
    .review {
      color: var(--doubt);
    }
    .pass {
      color: var(--fine);
    }
    .summary .count {
      margin-inline-end: auto;
    }
    .all {
      border-color: var(--line);
      background: var(--sheet);
      font-size: 0.875rem;
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ol > li + li {
      border-block-start: 1px solid var(--line);
    }
    .note {
      max-width: 34em;
      margin: 0;
      padding: 1.1rem 1.25rem;
    }
    details {
      padding: 0.6rem 1.25rem;
      border-block-start: 1px solid var(--line);
      font-size: 0.875rem;
    }
    details ul {
      margin: 0.3rem 0 0;
      padding-inline-start: 1.2em;
    }
    summary {
      color: var(--faint);
      cursor: pointer;
    }
    .failure {
      margin: 0;
      padding: 1.1rem 1.25rem;
      overflow-wrap: anywhere;
    }

    @media (hover: hover) {
      button:enabled:hover {
        border-color: var(--line);
      }
      .all:enabled:hover {
        border-color: var(--ink);
      }
    }
    @media (pointer: coarse) {
      button {
        min-height: 2.75rem;
      }
    }
    @media (min-width: 60rem) {
      :host {
        height: 100dvh;
      }
      main {
        grid-template: 1fr / minmax(0, 1fr) minmax(24rem, 30rem);
      }
      .writing,
      .results {
        min-height: 0;
      }
      .results {
        overflow: auto;
        border-block-start: 0;
        border-inline-start: 1px solid var(--line);
      }
    }
    @media (min-width: 100rem) {
      main {
        grid-template-columns: minmax(0, 1fr) minmax(34rem, 40rem);
      }
    }
  `;

  override render() {
    const words = WORDS[this.language];
    return html`
      <header class="top">
        <h1>${words.name}</h1>
        <p class="quiet">${words.tagline}</p>
        <button class="quiet" lang=${this.language === "zh" ? "en" : "zh-Hans"} @click=${this.#turn}>${words.other}</button>
      </header>
      <main>
        <section class="writing" aria-label=${words.text}>
          <div class="bar">
            <fieldset aria-label=${words.kind}>
              ${(Object.keys(KINDS) as Kind[]).map(
                (kind) => html`
                  <label>
                    <input type="radio" name="kind" .checked=${this.kind === kind} @change=${() => (this.kind = kind)} />
                    <span>${words[kind]}</span>
                  </label>
                `,
              )}
            </fieldset>
            <button class="quiet" @click=${this.#sample}>${words.sample}</button>
            <button class="quiet" ?disabled=${!this.text} @click=${this.#clear}>${words.clear}</button>
          </div>
          <zz-text
            lang="zh-Hans"
            .value=${this.text}
            .label=${words.text}
            .placeholder=${words.placeholder}
            .path=${KINDS[this.kind].path}
            .findings=${this.#report?.findings ?? []}
            .picked=${this.picked}
            @text=${(event: Event) => (this.text = (event.target as HTMLElementTagNameMap["zz-text"]).value)}
            @pick=${(event: CustomEvent<number | undefined>) => this.#pick(event.detail)}
          ></zz-text>
          <div class="bar foot">
            <span class="quiet">${words.local}</span>
            <span class="quiet">${words.characters([...this.text].length)}</span>
          </div>
        </section>
        <section class="results" aria-label=${words.findings}>${this.#results()}</section>
      </main>
    `;
  }

  #results() {
    const words = WORDS[this.language];
    if (this.failure !== undefined) {
      return html`
        <p class="failure" role="alert">${words.failed}：${this.failure}</p>
        <p class="note"><button class="all" @click=${this.#load}>${words.retry}</button></p>
      `;
    }
    if (!this.engine) return html`<p class="note quiet" role="status">${words.loading}</p>`;
    if (this.#trouble !== undefined) return html`<p class="failure" role="alert">${words.broken}：${this.#trouble}</p>`;
    const report = this.#report;
    if (!report) return html`<p class="note quiet">${words.empty}</p>`;
    const safe = safeFixes(report);
    return html`
      <div class="summary" role="status">
        <strong class=${report.decision}>${said(DECISIONS[report.decision], this.language)}</strong>
        <span class="count quiet">${report.findings.length ? words.count(report.findings.length) : nothing}</span>
        ${safe.length ? html`<button class="all" @click=${() => this.#apply(safe)}>${words.applyAll(safe.length)}</button>` : nothing}
      </div>
      <ol>
        ${report.findings.map(
          (finding, index) => html`
            <li>
              <zz-finding
                .finding=${finding}
                .language=${this.language}
                ?picked=${this.picked === index}
                @show=${() => this.#pick(index)}
                @apply=${(event: CustomEvent<Fix>) => this.#apply([event.detail])}
              ></zz-finding>
            </li>
          `,
        )}
      </ol>
      ${report.exempt.length
        ? html`<details>
            <summary>${words.exempt} ${report.exempt.length}</summary>
            <ul>
              ${report.exempt.map(({ exception, keep }) => html`<li>${exception}${keep ? html`；${words.keep}：${keep}` : nothing}</li>`)}
            </ul>
          </details>`
        : nothing}
      ${report.assumptions.length
        ? html`<details>
            <summary>${words.assumptions} ${report.assumptions.length}</summary>
            <ul>
              ${report.assumptions.map(({ message }) => html`<li>${said(message, this.language)}</li>`)}
            </ul>
          </details>`
        : nothing}
      <p class="note quiet">${words.dates(report.evaluated_on)} ${words.reach}</p>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("language")) {
      this.lang = document.documentElement.lang = this.language === "zh" ? "zh-Hans" : "en";
    }
    if (changed.has("text") || changed.has("kind") || changed.has("engine")) this.#check();
  }

  #check(): void {
    this.#report = this.#trouble = undefined;
    if (!this.engine || !this.text.trim()) return;
    const on = today();
    try {
      const { path, subject } = KINDS[this.kind];
      const report = this.engine.check(subject(this.text), { on, as_of: on, scope: "text" });
      this.#report = { ...report, findings: inReadingOrder(report.findings, path) };
    } catch (error) {
      this.#trouble = String(error instanceof Error ? error.message : error);
    }
    if (this.picked !== undefined && this.picked >= (this.#report?.findings.length ?? 0)) this.picked = undefined;
  }

  async #load(): Promise<void> {
    this.failure = undefined;
    try {
      this.engine = await Engine.builtIn();
    } catch (error) {
      this.failure = String(error instanceof Error ? error.message : error);
    }
  }

  #pick(index: number | undefined): void {
    this.picked = index;
    // On a narrow screen the list is below the text: going there would take the text away from under the caret.
    if (index === undefined || !matchMedia("(min-width: 60rem)").matches) return;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelectorAll("zz-finding")[index]?.scrollIntoView({ block: "nearest" });
    });
  }

  #apply(fixes: Fix[]): void {
    this.picked = undefined;
    this.#textBox.edit(edits(fixes, KINDS[this.kind].path));
  }

  #sample(): void {
    this.text = WORDS.zh.sampleText;
  }

  #clear(): void {
    this.text = "";
    this.#textBox.focus();
  }

  #turn(): void {
    this.language = this.language === "zh" ? "en" : "zh";
    try {
      localStorage.setItem("language", this.language);
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  }

  get #textBox() {
    return this.renderRoot.querySelector("zz-text")!;
  }
}

function remembered(): Language {
  try {
    return localStorage.getItem("language") === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

/** Today in China, where the law is in force, as `YYYY-MM-DD`. */
function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}

customElements.define("zz-checker", Checker);

declare global {
  interface HTMLElementTagNameMap {
    "zz-checker": Checker;
  }
}
