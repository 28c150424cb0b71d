import { css, html, LitElement, nothing } from "lit";
import type { Finding, Fix } from "zhunze";
import { cited } from "./cite.js";
import { tone } from "./marks.js";
import { said, SEVERITIES, STATUSES, WORDS, type Language } from "./words.js";

/** One finding: what was said, why not, where that stands, and what to write instead. Fires `show` and `apply`. */
export class FindingCard extends LitElement {
  static override properties = {
    finding: { attribute: false },
    language: {},
    picked: { type: Boolean, reflect: true },
  };

  declare finding: Finding;
  declare language: Language;
  declare picked: boolean;

  static override styles = css`
    :host {
      display: block;
    }
    article {
      padding: 0.8rem 1rem 0.9rem;
      border-inline-start: 3px solid transparent;
    }
    :host([picked]) article {
      border-color: var(--tone);
      background: var(--sheet);
    }
    .breach {
      --tone: var(--breach);
    }
    .doubt {
      --tone: var(--doubt);
    }
    .open {
      --tone: var(--open);
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
    }
    .faint {
      color: var(--faint);
      font-size: 0.8125rem;
    }
    button {
      font: inherit;
      color: inherit;
      cursor: pointer;
    }
    button:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    .quote {
      padding: 0;
      border: 0;
      background: none;
      text-align: start;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0.25rem 0 0;
      max-width: 46em;
    }
    .cites {
      margin: 0.25rem 0 0;
      padding: 0;
      list-style: none;
      color: var(--link);
      font-size: 0.875rem;
    }
    dl {
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: 0.1rem 0.7rem;
      margin: 0.4rem 0 0;
      font-size: 0.875rem;
    }
    dt {
      color: var(--faint);
    }
    dd {
      margin: 0;
    }
    .fix {
      display: flex;
      flex-wrap: wrap;
      gap: 0.35rem 0.8rem;
      align-items: center;
      margin-top: 0.55rem;
    }
    .fix span {
      flex: 1 1 10em;
    }
    .fix button {
      min-height: 2.1rem;
      padding: 0 0.9rem;
      border: 1px solid var(--line);
      border-radius: 6px;
      background: var(--sheet);
      font-size: 0.875rem;
    }
    @media (hover: hover) {
      .quote:hover {
        text-decoration: underline;
        text-underline-offset: 0.3em;
      }
      .fix button:hover {
        border-color: var(--ink);
      }
    }
    @media (pointer: coarse) {
      .fix button {
        min-height: 2.75rem;
      }
    }
  `;

  override render() {
    const { finding, language } = this;
    const words = WORDS[language];
    const quote = finding.spans[0]?.text;
    const lists = [
      [words.evidence, finding.evidence],
      [words.missing, finding.missing],
      [words.exceptions, finding.possible_exceptions],
    ] as const;
    return html`
      <article class=${tone(finding)}>
        <header>
          <span class="status">${said(STATUSES[finding.status], language)} · ${said(SEVERITIES[finding.severity], language)}</span>
          ${quote === undefined
            ? nothing
            : html`<button class="quote" lang="zh-Hans" @click=${this.#show}>「${quote}」</button>`}
          ${finding.spans.length > 1 ? html`<span class="faint">${words.places(finding.spans.length)}</span>` : nothing}
        </header>
        <p>${said(finding.message, language)}</p>
        <ul class="cites">
          ${finding.cites.map((cite) => html`<li>${cited(cite, language)}</li>`)}
        </ul>
        <dl>
          ${lists.map(([term, items]) => (items?.length ? html`<dt>${term}</dt><dd>${items.join("；")}</dd>` : nothing))}
        </dl>
        ${finding.fixes?.map((fix) => this.#fix(fix))}
      </article>
    `;
  }

  #fix(fix: Fix) {
    const words = WORDS[this.language];
    const insert = fix.edits[0]?.insert;
    const note = said(fix.note, this.language) || (insert ? `「${insert}」` : words.remove);
    return html`
      <div class="fix">
        <span><span class="faint">${words.suggestion}</span> ${note}</span>
        ${fix.edits.length === 0 ? nothing : html`<button @click=${() => this.dispatchEvent(new CustomEvent("apply", { detail: fix }))}>
          ${fix.safe ? words.apply : words.review}
        </button>`}
      </div>
    `;
  }

  #show(): void {
    this.dispatchEvent(new Event("show"));
  }
}

customElements.define("zz-finding", FindingCard);

declare global {
  interface HTMLElementTagNameMap {
    "zz-finding": FindingCard;
  }
}
