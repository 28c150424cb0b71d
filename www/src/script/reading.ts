import { css, html, LitElement } from "lit";
import type { Finding } from "zhunze";
import { tone, type Tone } from "zhunze-editor/parts";
import { controls, type Language } from "../base.js";
import { WORDS } from "./words.js";

/** The script in large type for the stream, with what should not be said still marked. */
export class Prompter extends LitElement {
  static override properties = {
    text: { attribute: false },
    findings: { attribute: false },
    language: {},
    size: { state: true },
    rolling: { state: true },
  };

  declare text: string;
  declare findings: readonly Finding[];
  declare language: Language;
  declare size: number;
  declare rolling: boolean;
  #frame = 0;

  constructor() {
    super();
    this.text = "";
    this.findings = [];
    this.language = "zh";
    this.size = 2;
    this.rolling = false;
  }

  static override styles = [
    controls,
    css`
      dialog {
        width: 100vw;
        max-width: none;
        height: 100dvh;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: var(--paper);
        color: var(--ink);
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        padding: 0.5rem 1rem;
        border-block-end: 1px solid var(--line);
      }
      h2 {
        margin: 0;
        margin-inline-end: auto;
        font-size: 1rem;
      }
      .words {
        overflow: auto;
        padding: 4vh max(1.2rem, 8vw) 60vh;
        font-family: var(--serif);
        line-height: 1.75;
      }
      .words p {
        margin: 0 auto 0.7em;
        max-width: 26em;
      }
      .s1 { font-size: 1.4rem; }
      .s2 { font-size: 1.9rem; }
      .s3 { font-size: 2.5rem; }
      .s4 { font-size: 3.3rem; }
      mark {
        border-block-end: 3px solid var(--doubt);
        background: var(--doubt-wash);
        color: inherit;
      }
      mark.breach {
        border-color: var(--breach);
        background: var(--breach-wash);
      }
      mark.open {
        border-color: var(--open);
        background: none;
      }
    `,
  ];

  override render() {
    const words = WORDS[this.language];
    return html`
      <dialog aria-label=${words.reading} @close=${() => this.#roll(false)}>
        <div class="bar">
          <h2>${words.reading}</h2>
          <button @click=${() => (this.size = Math.max(1, this.size - 1))} ?disabled=${this.size === 1}>${words.smaller}</button>
          <button @click=${() => (this.size = Math.min(4, this.size + 1))} ?disabled=${this.size === 4}>${words.bigger}</button>
          <button aria-pressed=${this.rolling} @click=${() => this.#roll(!this.rolling)}>${this.rolling ? words.stop : words.roll}</button>
          <button @click=${() => this.#dialog.close()}>${words.close}</button>
        </div>
        <div class="words s${this.size}" tabindex="0" lang="zh-Hans" role="region" aria-label=${words.reading}>${this.#paragraphs()}</div>
      </dialog>
    `;
  }

  show(): void {
    this.#dialog.showModal();
  }

  #paragraphs() {
    const WORST = ["breach", "doubt", "open"];
    const places = this.findings.flatMap((finding) => finding.spans.map(({ utf16: [from, to] }) => ({ from, to, kind: tone(finding) })));
    let start = 0;
    return this.text.split("\n").map((line) => {
      const [from, end] = [start, start + line.length];
      start = end + 1;
      if (!line.trim()) return "";
      const here = places.filter((place) => place.from < end && place.to > from);
      const cuts = new Set([from, end]);
      for (const place of here) cuts.add(Math.max(place.from, from)).add(Math.min(place.to, end));
      const sorted = [...cuts].sort((a, b) => a - b);
      // Where findings overlap, the worst is shown.
      const parts = sorted.slice(0, -1).map((cut, index) => {
        const stop = sorted[index + 1] ?? end;
        const over = here.filter((place) => place.from <= cut && place.to >= stop).map(({ kind }) => kind);
        const worst = WORST.find((kind) => over.includes(kind as Tone));
        const text = this.text.slice(cut, stop);
        return worst ? html`<mark class=${worst}>${text}</mark>` : text;
      });
      return html`<p>${parts}</p>`;
    });
  }

  #roll(on: boolean): void {
    this.rolling = on;
    cancelAnimationFrame(this.#frame);
    if (!on) return;
    const box = this.renderRoot.querySelector(".words");
    let last = performance.now();
    let owed = 0;
    const go = (now: number) => {
      owed += ((now - last) / 1000) * 26 * this.size;
      last = now;
      if (owed >= 1) {
        box?.scrollBy(0, Math.floor(owed));
        owed %= 1;
      }
      this.#frame = requestAnimationFrame(go);
    };
    this.#frame = requestAnimationFrame(go);
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }
}

customElements.define("zz-prompter", Prompter);

declare global {
  interface HTMLElementTagNameMap {
    "zz-prompter": Prompter;
  }
}
