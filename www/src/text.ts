import { css, html, LitElement, type PropertyValues } from "lit";
import type { Edit, Finding } from "zhunze";
import { pieces, tone, type Piece } from "./marks.js";

/**
 * A text box whose findings are marked: the textarea lies over a mirror of its text, which gives both their height.
 *
 * Fires `text` when the text changes and `pick` with the number of a finding when the caret is put into a mark.
 */
export class MarkedText extends LitElement {
  static override properties = {
    value: {},
    label: {},
    placeholder: {},
    path: {},
    findings: { attribute: false },
    picked: { type: Number },
  };

  declare value: string;
  declare label: string;
  declare placeholder: string;
  declare path: string;
  declare findings: readonly Finding[];
  declare picked: number | undefined;

  constructor() {
    super();
    this.value = this.label = this.placeholder = this.path = "";
    this.findings = [];
  }

  static override styles = css`
    :host {
      display: grid;
      overflow: auto;
      background: var(--sheet);
    }
    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      min-height: 100%;
    }
    .stack > * {
      grid-area: 1 / 1;
      box-sizing: border-box;
      margin: 0;
      padding: 1.1rem max(1.25rem, 100% - 52rem) 4rem 1.25rem;
      border: 0;
      /* 16px at least: below, phones zoom in on a text box */
      font: 1.0625rem/2 var(--sans);
      letter-spacing: 0.01em;
      text-spacing-trim: space-all;
      text-autospace: no-autospace;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      line-break: strict;
      tab-size: 4;
    }
    .mirror {
      color: transparent;
      user-select: none;
      pointer-events: none;
    }
    textarea {
      display: block;
      width: 100%;
      resize: none;
      overflow: hidden;
      background: transparent;
      color: var(--ink);
      outline: none;
    }
    textarea::placeholder {
      color: var(--faint);
      opacity: 1;
    }
    mark {
      color: transparent;
      background: var(--wash);
      border-radius: 2px;
      box-decoration-break: clone;
      -webkit-box-decoration-break: clone;
      text-decoration: underline var(--tone) 2px;
      text-underline-offset: 0.38em;
      text-decoration-skip-ink: none;
    }
    mark.breach {
      --tone: var(--breach);
      --wash: var(--breach-wash);
    }
    mark.doubt {
      --tone: var(--doubt);
      --wash: var(--doubt-wash);
      text-decoration-style: wavy;
      text-decoration-thickness: 1.5px;
    }
    mark.open {
      --tone: var(--open);
      --wash: var(--open-wash);
      text-decoration-style: dotted;
    }
    mark.picked {
      box-shadow: 0 0 0 2px var(--tone);
    }
    @media (forced-colors: active) {
      mark {
        background: transparent;
      }
    }
  `;

  override render() {
    return html`
      <div class="stack">
        <div class="mirror" aria-hidden="true">${pieces(this.value, this.path, this.findings).map((piece) => this.#piece(piece))}&#8203;</div>
        <textarea
          .value=${this.value}
          aria-label=${this.label}
          placeholder=${this.placeholder}
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          rows="6"
          @input=${this.#typed}
          @click=${this.#pick}
          @keyup=${this.#pick}
        ></textarea>
      </div>
    `;
  }

  #piece({ text, findings }: Piece) {
    const over = findings.map((index) => [index, this.findings[index]] as const);
    if (over.length === 0) return text;
    const tones = over.map(([, finding]) => (finding ? tone(finding) : "open"));
    const worst = (["breach", "doubt", "open"] as const).find((name) => tones.includes(name));
    const picked = findings.includes(this.picked ?? -1) ? "picked" : "";
    return html`<mark class="${worst} ${picked}">${text}</mark>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("picked")) {
      this.renderRoot.querySelector("mark.picked")?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    }
  }

  get #box(): HTMLTextAreaElement {
    return this.renderRoot.querySelector("textarea")!;
  }

  #typed(): void {
    this.value = this.#box.value;
    this.dispatchEvent(new Event("text"));
  }

  #pick(): void {
    const { selectionStart: caret, selectionEnd: end } = this.#box;
    if (caret !== end) return;
    const index = this.findings.findIndex(({ spans }) =>
      spans.some((span) => span.path === this.path && span.utf16[0] <= caret && caret <= span.utf16[1]),
    );
    this.dispatchEvent(new CustomEvent("pick", { detail: index < 0 ? undefined : index }));
  }

  /** Makes edits, given last first, in a way that the browser's undo knows. */
  edit(edits: readonly Edit[]): void {
    const box = this.#box;
    box.focus({ preventScroll: true });
    for (const { utf16, insert } of edits) {
      box.setSelectionRange(...utf16);
      // No other call keeps the undo history of a text box.
      if (!document.execCommand(insert ? "insertText" : "delete", false, insert)) box.setRangeText(insert, ...utf16, "end");
    }
    this.#typed();
  }

  override focus(): void {
    this.#box.focus();
  }
}

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

customElements.define("zz-text", MarkedText);

declare global {
  interface HTMLElementTagNameMap {
    "zz-text": MarkedText;
  }
}

