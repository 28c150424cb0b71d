import { css, html, LitElement, nothing } from "lit";
import type { Finding, Fix } from "zhunze";
import { cited, onOtherLaw } from "./cite.js";
import { tone } from "./marks.js";
import { theme } from "./theme.js";
import { said, SEVERITIES, STATUSES, WORDS, type Language } from "./words.js";

const SHOWN = 6;

/**
 * What the law says about some words: status, places, reason, article, what to write instead. Findings shown together are of one
 * rule and one status.
 *
 * @fires show - detail: the finding whose place was chosen
 * @fires apply - detail: the fixes to make
 */
export class FindingCard extends LitElement {
  static override properties = {
    findings: { attribute: false },
    also: { attribute: false },
    language: {},
    picked: { type: Boolean, reflect: true },
    quoteless: { type: Boolean, reflect: true },
    titles: { attribute: false },
    law: {},
    wide: { state: true },
  };

  declare findings: readonly Finding[];
  /** What else the same words may touch, told with these findings. */
  declare also: readonly Finding[];
  declare language: Language;
  declare picked: boolean;
  /** Leaves the quoted words out, where they stand beside the card anyway. */
  declare quoteless: boolean;
  /** What facts are called: path → title. */
  declare titles: ReadonlyMap<string, string> | undefined;
  /** Where the page of a rule is; the rule's id is added. */
  declare law: string | undefined;
  declare wide: boolean;

  constructor() {
    super();
    this.findings = [];
    this.also = [];
    this.language = "zh";
    this.picked = this.quoteless = this.wide = false;
  }

  static override styles = [
    theme,
    css`
      :host {
        display: block;
      }
      article {
        padding: 0.75rem 1rem 0.85rem;
        border-inline-start: 3px solid transparent;
      }
      :host([picked]) article {
        border-color: var(--tone);
        background: var(--sheet);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1rem 0.6rem;
        align-items: baseline;
      }
      .status {
        color: var(--tone);
        font-size: 0.8125rem;
        font-weight: 600;
        white-space: nowrap;
      }
      .name {
        font-weight: 600;
      }
      .faint {
        color: var(--faint);
        font-size: 0.8125rem;
      }
      .places {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
        margin: 0.35rem 0 0;
        padding: 0;
        list-style: none;
      }
      .places button {
        min-height: 1.6rem;
        padding: 0 0.5rem;
        border-color: transparent;
        border-block-end: 2px solid var(--tone);
        border-radius: 4px 4px 2px 2px;
        background: var(--wash);
        text-align: start;
        overflow-wrap: anywhere;
      }
      .places button.more {
        border-color: transparent;
        background: none;
        color: var(--faint);
      }
      p {
        margin: 0.35rem 0 0;
        max-width: 46em;
      }
      .cites {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.9rem;
        margin: 0.25rem 0 0;
        padding: 0;
        list-style: none;
        color: var(--faint);
        font-size: 0.875rem;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.8rem;
        font-size: 0.8125rem;
      }
      a {
        color: var(--link);
        text-underline-offset: 0.2em;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.1rem 0.7rem;
        margin: 0.35rem 0 0;
        font-size: 0.875rem;
      }
      dt {
        color: var(--faint);
      }
      dd {
        margin: 0;
      }
      .also {
        font-size: 0.875rem;
      }
      .fix {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem 0.8rem;
        align-items: center;
        margin-top: 0.5rem;
      }
      .fix span {
        flex: 1 1 12em;
      }
      ::slotted(*) {
        margin-top: 0.45rem;
      }
      @media (pointer: coarse) {
        .places button {
          min-height: 2.5rem;
        }
      }
    `,
  ];

  override render() {
    const [finding] = this.findings;
    if (!finding) return nothing;
    const { language } = this;
    const words = WORDS[language];
    const quoted = this.quoteless ? [] : this.findings.filter(({ spans }) => spans.length > 0);
    const shown = this.wide ? quoted : quoted.slice(0, SHOWN);
    const lacking = (finding.missing ?? []).map((path) => (path.startsWith("states ") ? words.inWords : this.#title(path)));
    const lists = [
      [words.evidence, finding.evidence ?? []],
      [words.missing, [...new Set(lacking)]],
    ] as const;
    const also = onOtherLaw(finding, this.also);
    const exceptions = finding.possible_exceptions?.length ?? 0;
    return html`
      <article class=${tone(finding)}>
        <header>
          <span class="status">${said(STATUSES[finding.status], language)} · ${said(SEVERITIES[finding.severity], language)}</span>
          <span class="name" lang="zh-Hans">${finding.name}</span>
          ${quoted.length > 1 ? html`<span class="faint">${words.places(quoted.length)}</span>` : nothing}
        </header>
        ${shown.length
          ? html`<ul class="places">
              ${shown.map((one) => html`<li><button lang="zh-Hans" @click=${() => this.#fire("show", one)}>${clip(one)}</button></li>`)}
              ${quoted.length > shown.length
                ? html`<li><button class="more" @click=${() => (this.wide = true)}>${words.more(quoted.length - shown.length)}</button></li>`
                : nothing}
            </ul>`
          : nothing}
        <p lang=${finding.message.en && language === "en" ? "en" : "zh-Hans"}>${said(finding.message, language)}</p>
        <ul class="cites">
          ${finding.cites.map((cite) => html`<li>${cited(cite, language)}</li>`)}
          ${this.law || exceptions
            ? html`<li class="more">
                ${this.law ? html`<a href=${this.law + encodeURIComponent(finding.rule)}>${words.law}</a>` : nothing}
                ${exceptions ? html`<span>${words.exceptions(exceptions)}</span>` : nothing}
              </li>`
            : nothing}
        </ul>
        <dl>
          ${lists.map(([term, items]) => (items.length ? html`<dt>${term}</dt><dd>${items.join("；")}</dd>` : nothing))}
        </dl>
        ${also.length
          ? html`<p class="also">
              <span class="faint">${words.also}</span>
              ${also.map((other, index) => html`${index ? words.and : nothing}<span lang="zh-Hans">${this.#linked(other)}</span>`)}
            </p>`
          : nothing}
        ${this.#fixes()}
        <slot></slot>
      </article>
    `;
  }

  #linked({ rule, name }: Finding) {
    return this.law ? html`<a href=${this.law + encodeURIComponent(rule)}>${name}</a>` : name;
  }

  /** Fixes that read the same are offered once, for all their places. */
  #fixes() {
    const words = WORDS[this.language];
    const alike = new Map<string, Fix[]>();
    for (const { fixes } of this.findings) {
      for (const fix of fixes ?? []) {
        const key = `${fix.safe} ${fix.note?.zh} ${fix.edits.map(({ insert }) => insert).join("\n")}`;
        const same = alike.get(key);
        if (same) same.push(fix);
        else alike.set(key, [fix]);
      }
    }
    return [...alike.values()].map((fixes) => {
      const [fix] = fixes as [Fix];
      const insert = fix.edits[0]?.insert;
      const note = said(fix.note, this.language) || (insert ? `「${insert}」` : words.remove);
      const label = !fix.safe ? words.reread : fixes.length > 1 ? words.applyEach(fixes.length) : words.apply;
      return html`
        <div class="fix">
          <span><span class="faint">${words.suggestion}</span> ${note}</span>
          ${fix.edits.length ? html`<button @click=${() => this.#fire("apply", fixes)}>${label}</button>` : nothing}
        </div>
      `;
    });
  }

  #title(path: string): string {
    return this.titles?.get(path) ?? path;
  }

  #fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function clip({ spans }: Finding): string {
  const text = spans[0]?.text ?? "";
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
