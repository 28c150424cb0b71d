import { css, html, LitElement, nothing } from "lit";
import { categories } from "zhunze-editor/members";
import { controls, type Language } from "../base.js";
import type { Product } from "./products.js";
import { EVIDENCE, WORDS } from "./words.js";

/**
 * The panel that asks for the goods.
 *
 * @fires goods - the products or the evidence changed
 */
export class Goods extends LitElement {
  static override properties = { products: { attribute: false }, evidence: { attribute: false }, language: {} };

  declare products: readonly Product[];
  declare evidence: ReadonlySet<string>;
  declare language: Language;

  constructor() {
    super();
    this.products = [{}];
    this.evidence = new Set();
    this.language = "zh";
  }

  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr));
        gap: 0.45rem 0.8rem;
        align-items: end;
        margin: 0 0 0.7rem;
        padding: 0;
        border: 0;
      }
      legend {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        width: 100%;
        padding: 0;
        font-weight: 600;
        font-size: 0.875rem;
      }
      legend button {
        min-height: 1.6rem;
        padding: 0 0.4rem;
        font-size: 0.8125rem;
      }
      label {
        display: block;
        font-size: 0.8125rem;
        color: var(--faint);
      }
      label input,
      label select {
        color: var(--ink);
        font-size: 0.9375rem;
      }
      .wide {
        grid-column: span 2;
      }
      .ticks label {
        display: flex;
        gap: 0.4rem;
        align-items: center;
        color: var(--ink);
        font-size: 0.875rem;
      }
      @media (pointer: coarse) {
        .ticks label {
          min-height: 2.5rem;
        }
      }
    `,
  ];

  override render() {
    const words = WORDS[this.language];
    return html`
      ${this.products.map(
        (product, index) => html`
          <fieldset>
            <legend>
              ${words.product(index + 1)}
              ${this.products.length > 1
                ? html`<button class="quiet" @click=${() => this.#drop(index)} aria-label="${words.removeGoods}：${words.product(index + 1)}">${words.removeGoods}</button>`
                : nothing}
            </legend>
            <label class="wide">${words.title}${this.#input(index, product, "title", "text")}</label>
            <label class="wide"
              >${words.category}
              <select @change=${(event: Event) => this.#set(index, "category", (event.target as HTMLSelectElement).value)}>
                <option value="">${words.unknown}</option>
                ${categories(this.language, product.category)}
              </select></label
            >
            <label>${words.price}${this.#input(index, product, "price", "decimal")}</label>
            <label>${words.compared}${this.#input(index, product, "compared", "decimal")}</label>
            <label>${words.stock}${this.#input(index, product, "stock", "numeric")}</label>
          </fieldset>
        `,
      )}
      <fieldset class="ticks">
        <legend>${words.evidence}</legend>
        ${EVIDENCE.map(
          ([kind, zh, en]) => html`<label
            ><input type="checkbox" .checked=${this.evidence.has(kind)} @change=${() => this.#tick(kind)} />${this.language === "zh" ? zh : en}</label
          >`,
        )}
      </fieldset>
      <button @click=${() => this.#tell([...this.products, {}])}>${words.add}</button>
    `;
  }

  #input(index: number, product: Product, key: keyof Product, mode: string) {
    return html`<input
      inputmode=${mode}
      autocomplete="off"
      .value=${product[key] ?? ""}
      @change=${(event: Event) => this.#set(index, key, (event.target as HTMLInputElement).value.trim())}
    />`;
  }

  #set(index: number, key: keyof Product, value: string): void {
    this.#tell(this.products.map((product, at) => (at === index ? { ...product, [key]: value } : product)));
  }

  #drop(index: number): void {
    this.#tell(this.products.filter((_, at) => at !== index));
  }

  #tick(kind: string): void {
    const next = new Set(this.evidence);
    if (!next.delete(kind)) next.add(kind);
    this.evidence = next;
    this.#tell(this.products);
  }

  #tell(products: readonly Product[]): void {
    this.products = products;
    this.dispatchEvent(new Event("goods"));
  }
}

customElements.define("zz-goods", Goods);

declare global {
  interface HTMLElementTagNameMap {
    "zz-goods": Goods;
  }
}
