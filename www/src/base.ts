import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import type { Language } from "zhunze-editor/parts";
import { remember, remembered } from "./language.js";
import { keepOfflineWhenQuiet } from "./offline.js";

export type { Language };

const PAGES = [
  ["./", { zh: "话术", en: "Script" }],
  ["./live.html", { zh: "直播", en: "Live" }],
  ["./listing.html", { zh: "商品页", en: "Listing" }],
  ["./law.html", { zh: "法条", en: "Law" }],
  ["./studio.html", { zh: "规则工作台", en: "Studio" }],
] as const;

const COMMON = {
  zh: { name: "准则", tagline: "发布前，先过一遍法条", other: "English", pages: "页面" },
  en: { name: "Zhunze", tagline: "Read it against the law before you publish", other: "中文", pages: "Pages" },
};

/** Controls that look the same on every page. */
export const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-height: 2.1rem;
    padding: 0 0.8rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sheet);
    color: inherit;
    font-size: 0.9rem;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--faint);
  }
  button.main {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  input:not([type="radio"], [type="checkbox"], [type="range"], [type="file"]),
  select,
  textarea {
    min-height: 2.1rem;
    width: 100%;
    padding: 0.2rem 0.55rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sheet);
  }
  :is(button, input, select, textarea, a, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  a {
    color: var(--link);
    text-underline-offset: 0.2em;
  }
  summary {
    cursor: pointer;
  }
  .faint {
    color: var(--faint);
    font-size: 0.875rem;
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
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (hover: hover) {
    button:enabled:hover {
      border-color: var(--ink);
    }
    button.quiet:enabled:hover {
      border-color: var(--line);
      color: var(--ink);
    }
  }
  @media (pointer: coarse) {
    button,
    .button,
    select,
    input:not([type="radio"], [type="checkbox"], [type="range"], [type="file"]) {
      min-height: 2.75rem;
    }
  }
`;

/** A page: its header, the language it is in, and what every page needs. */
export abstract class Page extends LitElement {
  static override properties = { language: { state: true } };

  declare language: Language;
  /** The address of this page, as the header writes it. */
  protected abstract readonly here: (typeof PAGES)[number][0];

  constructor() {
    super();
    this.language = remembered();
    keepOfflineWhenQuiet();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        grid-template-columns: minmax(0, 1fr);
        min-height: 100dvh;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.2rem;
        align-items: center;
        padding: 0.45rem 1.25rem;
        border-block-end: 1px solid var(--line);
      }
      .top .brand {
        font: 700 1.3rem/1.5 var(--serif);
        letter-spacing: 0.08em;
        color: var(--ink);
        text-decoration: none;
      }
      :host([lang="en"]) .brand {
        letter-spacing: 0;
      }
      .top nav {
        display: flex;
        gap: 0.15rem;
        margin-inline-end: auto;
        overflow-x: auto;
      }
      .top nav a {
        padding: 0.25rem 0.7rem;
        border-radius: 6px;
        color: var(--faint);
        text-decoration: none;
        white-space: nowrap;
      }
      .top nav a[aria-current] {
        color: var(--ink);
        font-weight: 600;
        box-shadow: inset 0 -2px 0 var(--seal);
        border-radius: 0;
      }
      .top .tagline {
        color: var(--faint);
        font-size: 0.875rem;
      }
      @media (max-width: 45rem) {
        .top {
          row-gap: 0;
          padding: 0.15rem 0.9rem 0;
        }
        .top .tagline {
          display: none;
        }
        .top nav {
          order: 3;
          width: 100%;
        }
        .top nav a {
          padding: 0.3rem 0.6rem;
        }
        .top button {
          margin-inline-start: auto;
        }
      }
      @media (pointer: coarse) {
        .top nav a {
          padding-block: 0.5rem;
        }
      }
    `,
  ];

  override render() {
    const words = COMMON[this.language];
    return html`
      <header class="top">
        <a class="brand" href="./">${words.name}</a>
        <nav aria-label=${words.pages}>
          ${PAGES.map(([href, name]) => html`<a href=${href} aria-current=${this.here === href ? "page" : nothing}>${name[this.language]}</a>`)}
        </nav>
        <span class="tagline">${words.tagline}</span>
        <button class="quiet" lang=${this.language === "zh" ? "en" : "zh-Hans"} @click=${this.#turn}>${words.other}</button>
      </header>
      ${this.main()}
    `;
  }

  /** What stands below the header. */
  protected abstract main(): unknown;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("language")) this.lang = document.documentElement.lang = this.language === "zh" ? "zh-Hans" : "en";
  }

  #turn(): void {
    this.language = this.language === "zh" ? "en" : "zh";
    remember(this.language);
    this.turned();
  }

  /** Called when the reader has chosen another language. */
  protected turned(): void {}
}

/** Saves something that the page made as a file. */
export function save(name: string, type: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
