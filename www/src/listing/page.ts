import "../trust.js";
import { css, html, nothing } from "lit";
import type { Finding, Fix, Listing, Policy, Report } from "zhunze";
import { applyFixes } from "zhunze";
import "zhunze-editor";
import type { ZhunzeEditor } from "zhunze-editor";
import { categories, MEMBERS } from "zhunze-editor/members";
import { DECISIONS, missing, needs, said, state, stated, titled, type Need, type Schema } from "zhunze-editor/parts";
import { Page } from "../base.js";
import { english, shared, today } from "../engine.js";
import { keepOffline } from "../offline.js";
import { blank, places, sample } from "./fields.js";
import { WORDS } from "./words.js";

const KINDS = ["original-price", "strike-through-price", "regular-price", "market-price", "suggested-retail-price", "other-platform-price", "future-price"];

/** How many facts are asked for at once. */
const ASKED = 12;

type Sku = { id?: string | null; name?: unknown; pricing?: { price?: unknown } | null; stock?: number | null } | null;

/** A seller's form: what is wrong stands at its field, and publishing blocks, asks or passes. */
export class ListingPage extends Page {
  static override properties = {
    ...Page.properties,
    subject: { state: true },
    report: { state: true },
    trouble: { state: true },
    needs: { state: true },
    asking: { state: true },
    done: { state: true },
    titles: { state: true },
    wide: { state: true },
    policy: { attribute: false },
  };

  declare subject: Listing;
  declare report: Report | undefined;
  declare trouble: string | undefined;
  declare needs: readonly Need[];
  declare asking: boolean;
  declare done: string | undefined;
  /** How findings become a decision, where the portal has a policy of its own. */
  declare policy: Policy | undefined;
  declare wide: boolean;
  declare titles: ReadonlyMap<string, string>;
  protected readonly here = "./listing.html";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;
  #at = new Map<string, Finding[]>();
  /** How many findings only wait for the category. */
  #waiting = 0;
  #schema: Promise<Schema> | undefined;

  constructor() {
    super();
    this.subject = sample();
    this.needs = [];
    this.asking = this.wide = false;
    this.titles = new Map();
    this.#later(0);
  }

  static override styles = [
    ...Page.styles,
    css`
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: 1rem;
        width: 100%;
        max-width: 78rem;
        margin: 0 auto;
        padding: 1rem 1.25rem 6rem;
      }
      h1 {
        margin: 0;
        font: 700 1.35rem/1.4 var(--serif);
      }
      .about {
        margin: 0.2rem 0 0;
        color: var(--faint);
      }
      section {
        padding: 0.9rem 1.1rem 1.1rem;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--sheet);
      }
      section + section {
        margin-top: 0.9rem;
      }
      h2 {
        margin: 0 0 0.6rem;
        font-size: 1rem;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(12, minmax(0, 1fr));
        grid-auto-flow: row dense;
        gap: 0.7rem 0.9rem;
        align-items: start;
      }
      .field {
        grid-column: span 3;
        min-width: 0;
      }
      .field.half {
        grid-column: span 6;
      }
      .field.whole {
        grid-column: 1 / -1;
      }
      .field:has(.at) {
        grid-column: span 6;
      }
      .field.whole:has(.at) {
        grid-column: 1 / -1;
      }
      .field > label {
        display: block;
        margin-bottom: 0.15rem;
        color: var(--faint);
        font-size: 0.8125rem;
      }
      th {
        padding: 0 0 0.15rem;
        color: var(--faint);
        font-size: 0.8125rem;
        font-weight: 400;
        text-align: start;
      }
      .field.wrong > :is(input, select, zhunze-editor) {
        border-color: var(--breach);
      }
      zhunze-editor {
        min-height: 0;
        line-height: 1.8;
        --zhunze-padding: 0.2rem 0.55rem;
      }
      zhunze-editor:not([line]) {
        min-height: 7rem;
      }
      .at {
        margin: 0.35rem 0 0;
        padding: 0;
        list-style: none;
        border-radius: 6px;
        background: var(--paper);
        font-size: 0.9rem;
        line-height: 1.6;
      }
      .at li + li {
        border-block-start: 1px solid var(--line);
      }
      .pick {
        display: flex;
        gap: 0.9rem;
        min-height: 2.1rem;
        align-items: center;
      }
      .pick label {
        display: flex;
        gap: 0.3rem;
        align-items: center;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        color: var(--faint);
        font-size: 0.8125rem;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      td {
        padding: 0.15rem 0.5rem 0.15rem 0;
      }
      td:nth-child(n + 2) {
        width: 8rem;
      }
      td:last-child {
        width: 4.5rem;
        padding: 0;
      }
      .waiting {
        margin: 0.25rem 0 0;
        font-size: 0.875rem;
      }
      .add {
        margin-top: 0.4rem;
      }
      aside {
        position: fixed;
        inset: auto 0 0;
        z-index: 5;
        border-block-start: 1px solid var(--line);
        background: var(--sheet);
      }
      .verdict {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.9rem;
        align-items: center;
        padding: 0.6rem 1.25rem;
      }
      .verdict button[aria-disabled="true"] {
        opacity: 0.55;
      }
      .verdict strong {
        font-size: 1.0625rem;
      }
      .verdict .push {
        margin-inline-end: auto;
      }
      .list {
        display: none;
      }
      dialog {
        max-width: 34rem;
        padding: 1.2rem 1.4rem;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--sheet);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }
      dialog h2 {
        font-size: 1.125rem;
      }
      dialog ul {
        padding-inline-start: 1.2em;
      }
      dialog .row {
        display: flex;
        gap: 0.5rem;
        justify-content: end;
        margin-top: 1rem;
      }
      .done {
        margin: 0;
        padding: 0.5rem 1.25rem;
        border-block-end: 1px solid var(--line);
        background: var(--fine-wash);
        overflow-wrap: anywhere;
      }
      @media (max-width: 45rem) {
        main {
          padding-inline: 0.75rem;
        }
        section {
          padding-inline: 0.8rem;
        }
        .field {
          grid-column: span 6;
        }
        .field.half,
        .field:has(.at) {
          grid-column: 1 / -1;
        }
        td:nth-child(n + 2) {
          width: 5.2rem;
        }
      }
      @media (min-width: 70rem) {
        main {
          grid-template-columns: minmax(0, 1fr) 21rem;
          padding-bottom: 2rem;
        }
        aside {
          position: sticky;
          inset: auto;
          top: 1rem;
          align-self: start;
          max-height: calc(100dvh - 2rem);
          overflow: auto;
          border: 1px solid var(--line);
          border-radius: 10px;
        }
        .verdict {
          flex-direction: column;
          align-items: stretch;
          padding: 1rem 1.1rem;
        }
        .verdict .push {
          margin: 0;
        }
        .list {
          display: block;
          margin: 0;
          padding: 0.2rem 0 0.6rem;
          border-block-start: 1px solid var(--line);
          list-style: none;
        }
        .list button {
          display: block;
          width: 100%;
          height: auto;
          padding: 0.45rem 1.1rem;
          border: 0;
          border-radius: 0;
          background: none;
          text-align: start;
          white-space: normal;
        }
        .list button:hover {
          background: var(--paper);
        }
        .list small {
          display: -webkit-box;
          overflow: hidden;
          color: var(--faint);
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 2;
        }
      }
    `,
  ];

  protected main() {
    const words = WORDS[this.language];
    const { groups } = words;
    return html`
      <main>
        <div>
          <h1>${words.heading}</h1>
          <p class="about">${words.about}</p>
          <p>
            <button @click=${() => this.#start(sample())}>${words.reset}</button>
            <button class="quiet" @click=${() => this.#start(blank())}>${words.blank}</button>
          </p>
          <form @submit=${(event: Event) => event.preventDefault()}>
            <section aria-label=${groups.words}>
              <h2>${groups.words}</h2>
              <div class="grid">
                ${this.#words("title", "/title", words.title, true)}
                ${this.#input("brand", words.brand)} ${this.#input("product_name", words.name)}
                ${this.#field(
                  "category",
                  words.category,
                  html`<select id="category" @change=${(event: Event) => this.#set("category", (event.target as HTMLSelectElement).value || undefined)}>
                    <option value="">${words.unknown}</option>
                      ${categories(this.language, this.subject.category)}
                    </select>
                    ${this.#waiting ? html`<p class="waiting review">${words.waiting(this.#waiting)}</p>` : nothing}`,
                  "half",
                )}
                ${this.#words("description", "/description", words.description, false)}
                ${(this.subject.texts ?? []).map((_, index) => this.#words(`texts/${index}`, `/texts/${index}/text`, words.image(index + 1), true, "half"))}
              </div>
              <button class="add" @click=${() => this.#change({ texts: [...(this.subject.texts ?? []), { channel: "image", text: "" }] })}>${words.addImage}</button>
            </section>
            <section aria-label=${groups.price}>
              <h2>${groups.price}</h2>
              <div class="grid">
                ${this.#input("pricing.price", words.price, "decimal")} ${this.#input("pricing.price_unit", words.unit)}
                ${this.#input("pricing.compared_price", words.compared, "decimal")}
                ${this.#choice("pricing.compared_price_kind", words.comparedKind, KINDS)}
                ${this.#input("pricing.compared_price_note", words.comparedNote, "text", "half")}
                ${this.#input("pricing.lowest_price_7d", words.lowest, "decimal")} ${this.#input("sales_shown", words.sales, "numeric")}
                ${this.#input("sales_actual", words.actual, "numeric")}
              </div>
            </section>
            ${this.#skus()}
            <section aria-label=${groups.promotion}>
              <h2>${groups.promotion}</h2>
              <div class="grid">
                ${this.#input("pricing.reduced_from", words.from, "date")} ${this.#input("pricing.reduced_to", words.to, "date")}
                ${this.#gift()} ${this.#yesNo("review_reward", words.reward)}
              </div>
            </section>
            <section aria-label=${groups.service}>
              <h2>${groups.service}</h2>
              <div class="grid">
                ${this.#yesNo("seven_day_return", words.sevenDays)} ${this.#yesNo("is_resold_return", words.resold)}
                ${this.#yesNo("resold_return_marked", words.resoldMarked)} ${this.#ship()}
              </div>
            </section>
            ${this.needs.length
              ? html`<section aria-label=${groups.more}>
                  <h2>${groups.more}</h2>
                  <p class="faint">${words.moreHint}</p>
                  <zhunze-facts .needs=${this.wide ? this.needs : this.needs.slice(0, ASKED)} .facts=${this.subject} .language=${this.language} @facts=${(event: CustomEvent<Listing>) => this.#change(event.detail)}></zhunze-facts>
                  ${!this.wide && this.needs.length > ASKED
                    ? html`<button class="add" @click=${() => (this.wide = true)}>${words.moreFacts(this.needs.length - ASKED)}</button>`
                    : nothing}
                </section>`
              : nothing}
            ${this.#rest()}
          </form>
        </div>
        ${this.#verdict()} ${this.#dialog()}
      </main>
    `;
  }

  // Fields.

  #field(key: string, label: string, control: unknown, size = "") {
    const findings = this.#at.get(key) ?? [];
    const wrong = findings.some(({ status }) => status === "violation");
    return html`
      <div class="field ${size} ${wrong ? "wrong" : ""}" data-key=${key}>
        <label for=${key}>${label}</label>
        ${control} ${this.#findings(findings)}
      </div>
    `;
  }

  #findings(findings: readonly Finding[]) {
    if (!findings.length) return nothing;
    return html`<ul class="at">
      ${findings.map(
        (finding) => html`<li>
          <zhunze-finding law="./law.html#" .findings=${[finding]} .titles=${this.titles} .language=${this.language} @apply=${(event: CustomEvent<Fix[]>) => this.#apply(event.detail)}></zhunze-finding>
        </li>`,
      )}
    </ul>`;
  }

  #words(key: string, path: string, label: string, line: boolean, size = "whole") {
    const text = String(stated(this.subject, key) ?? this.#text(key));
    return this.#field(
      key,
      label,
      html`<zhunze-editor
        id=${key}
        bare
        manual
        ?line=${line}
        kind="listing"
        law="./law.html#"
        .path=${path}
        .label=${label}
        .language=${this.language}
        .value=${text}
        @input=${(event: Event) => this.#write(key, (event.target as ZhunzeEditor).value)}
      ></zhunze-editor>`,
      size,
    );
  }

  #text(key: string): string {
    const index = /^texts\/(\d+)$/.exec(key)?.[1];
    return index === undefined ? "" : String(this.subject.texts?.[Number(index)]?.text ?? "");
  }

  #write(key: string, text: string): void {
    const index = /^texts\/(\d+)$/.exec(key)?.[1];
    if (index === undefined) this.#set(key, text);
    else this.#change({ texts: (this.subject.texts ?? []).map((old, at) => (String(at) === index ? { ...old, text } : old)) });
  }

  #input(key: string, label: string, mode = "text", size = "") {
    const value = stated(this.subject, key);
    const read = (typed: string) => {
      if (typed === "") return mode === "decimal" && key === "pricing.compared_price" ? null : undefined;
      if (mode === "numeric") return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
      return mode === "decimal" && !/^\d{1,9}(\.\d{1,2})?$/.test(typed) ? undefined : typed;
    };
    return this.#field(
      key,
      label,
      html`<input
        id=${key}
        type=${mode === "date" ? "date" : "text"}
        inputmode=${mode === "date" ? "text" : mode}
        autocomplete="off"
        .value=${String(value ?? "")}
        @input=${(event: Event) => this.#set(key, read((event.target as HTMLInputElement).value.trim()))}
      />`,
      size,
    );
  }

  #choice(key: string, label: string, choices: string[]) {
    const value = stated(this.subject, key);
    const words = WORDS[this.language];
    return this.#field(
      key,
      label,
      html`<select id=${key} @change=${(event: Event) => this.#set(key, (event.target as HTMLSelectElement).value || undefined)}>
        <option value="" ?selected=${!value}>${words.none}</option>
        ${choices.map((choice) => html`<option value=${choice} ?selected=${value === choice}>${MEMBERS["compared-price-kind"]?.[choice]?.[this.language === "en" ? 1 : 0] ?? choice}</option>`)}
      </select>`,
    );
  }

  #yesNo(key: string, label: string) {
    const words = WORDS[this.language];
    const value = stated(this.subject, key);
    const options = [[words.yes, true], [words.no, false]] as const;
    return html`
      <div class="field" data-key=${key}>
        <fieldset>
          <legend>${label}</legend>
          <div class="pick">
            ${options.map(([name, choice]) => html`<label><input type="radio" name=${key} .checked=${value === choice} @change=${() => this.#set(key, choice)} />${name}</label>`)}
          </div>
        </fieldset>
        ${this.#findings(this.#at.get(key) ?? [])}
      </div>
    `;
  }

  #ship() {
    const words = WORDS[this.language];
    const hours = /^PT(\d+)H$/.exec(String(this.subject.ship_within ?? ""))?.[1] ?? "";
    return this.#field(
      "ship_within",
      words.ship,
      html`<input
        id="ship_within"
        inputmode="numeric"
        .value=${hours}
        @input=${(event: Event) => {
          const typed = (event.target as HTMLInputElement).value.trim();
          this.#set("ship_within", /^\d{1,4}$/.test(typed) ? `PT${typed}H` : undefined);
        }}
      />`,
    );
  }

  #gift() {
    const words = WORDS[this.language];
    const gift = (this.subject.gifts ?? [])[0];
    const put = (part: object) => {
      const next = { ...gift, ...part };
      this.#change({ gifts: next.name ? [next] : [] } as Partial<Listing>);
    };
    return html`
      ${this.#field("gifts", words.gift, html`<input id="gifts" autocomplete="off" .value=${String(gift?.name ?? "")} @input=${(event: Event) => put({ name: (event.target as HTMLInputElement).value })} />`)}
      <div class="field">
        <label for="gift-quantity">${words.giftQuantity}</label>
        <input id="gift-quantity" inputmode="numeric" .value=${String(gift?.quantity ?? "")} ?disabled=${!gift}
          @input=${(event: Event) => put({ quantity: Number((event.target as HTMLInputElement).value) || undefined })} />
      </div>
    `;
  }

  #skus() {
    const words = WORDS[this.language];
    const skus = (this.subject.skus ?? []) as Sku[];
    const put = (next: Sku[]) => {
      const stock = next.reduce((sum, sku) => sum + (sku?.stock ?? 0), 0);
      this.#change({ skus: next, stock } as Partial<Listing>);
    };
    const edit = (index: number, part: object) => put(skus.map((sku, at) => (at === index ? { ...sku, ...part } : sku)));
    const typed = (event: Event) => (event.target as HTMLInputElement).value.trim();
    return html`
      <section aria-label=${words.groups.skus} data-key="skus">
        <h2>${words.groups.skus}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.skuName}</th>
              <th scope="col">${words.skuPrice}</th>
              <th scope="col">${words.skuStock}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${skus.map(
              (sku, index) => html`<tr>
                <td><input aria-label="${words.skuName} ${index + 1}" .value=${String(sku?.name ?? "")} @input=${(event: Event) => edit(index, { name: typed(event) })} /></td>
                <td>
                  <input aria-label="${words.skuPrice} ${index + 1}" inputmode="decimal" .value=${String(sku?.pricing?.price ?? "")}
                    @input=${(event: Event) => edit(index, { pricing: { ...sku?.pricing, price: /^\d{1,9}(\.\d{1,2})?$/.test(typed(event)) ? typed(event) : undefined } })} />
                </td>
                <td>
                  <input aria-label="${words.skuStock} ${index + 1}" inputmode="numeric" .value=${String(sku?.stock ?? "")}
                    @input=${(event: Event) => edit(index, { stock: /^\d{1,9}$/.test(typed(event)) ? Number(typed(event)) : undefined })} />
                </td>
                <td><button class="quiet" aria-label="${words.drop} ${index + 1}" @click=${() => put(skus.filter((_, at) => at !== index))}>${words.drop}</button></td>
              </tr>`,
            )}
          </tbody>
        </table>
        ${this.#findings(this.#at.get("skus") ?? [])}
        <button class="add" @click=${() => put([...skus, {}])}>${words.addSku}</button>
      </section>
    `;
  }

  /** Findings that belong to no field of this form. */
  #rest() {
    const findings = this.#at.get("") ?? [];
    if (!findings.length) return nothing;
    const words = WORDS[this.language];
    return html`<section aria-label=${words.elsewhere} data-key="">
      <h2>${words.elsewhere}</h2>
      ${this.#findings(findings)}
    </section>`;
  }

  // The verdict.

  #verdict() {
    const words = WORDS[this.language];
    const { report, language } = this;
    const blocking = report?.findings.filter(({ status, severity }) => status === "violation" && severity !== "low") ?? [];
    const says = this.trouble !== undefined ? `${words.failed}：${this.trouble}` : !report ? words.loading : report.decision === "block" ? words.block(blocking.length) : report.decision === "review" ? words.review(report.findings.length) : words.pass;
    return html`
      <aside aria-label=${words.publish}>
        ${this.done ? html`<p class="done" role="status">${this.done}</p>` : nothing}
        <div class="verdict">
          <div class="push">
            ${report ? html`<strong class=${report.decision}>${said(DECISIONS[report.decision], language)}</strong>` : nothing}
            <div class="faint" role="status">${says}</div>
            ${report ? html`<div class="faint">${words.satisfied(report.summary.satisfied)}</div>` : nothing}
          </div>
          <button class="main" ?disabled=${!report} aria-disabled=${report?.decision === "block"} @click=${this.#publish}>
            ${report?.decision === "review" ? words.send : words.publish}
          </button>
        </div>
        ${report?.findings.length
          ? html`<ul class="list">
              ${this.#waiting
                ? html`<li>
                    <button @click=${() => this.#focus("category")}>${words.waiting(this.#waiting)}</button>
                  </li>`
                : nothing}
              ${report.findings.filter((finding) => !waits(finding)).map(
                (finding) => html`<li>
                  <button @click=${() => this.#go(finding)}>
                    ${finding.name || words.unsettled}
                    <small>${this.#brief(finding)}</small>
                  </button>
                </li>`,
              )}
            </ul>`
          : nothing}
      </aside>
    `;
  }

  /** A finding in a line: its words, what it lacks, or the beginning of its reason. */
  #brief(finding: Finding): string {
    const lacks = [...new Set((finding.missing ?? []).flatMap((path) => this.titles.get(path) ?? []))];
    if (finding.spans[0]) return `「${finding.spans[0].text}」`;
    if (lacks.length) return `${WORDS[this.language].lacks}${lacks.slice(0, 4).join("、")}${lacks.length > 4 ? "…" : ""}`;
    return said(finding.message, this.language).split(/。|\. /)[0] ?? "";
  }

  #dialog() {
    const words = WORDS[this.language];
    return html`
      <dialog aria-labelledby="ask" @close=${() => (this.asking = false)}>
        <h2 id="ask">${words.ask}</h2>
        <p>${words.askWhy}</p>
        <ul>
          ${this.report?.findings.map(({ name, spans }) => html`<li>${name || words.unsettled}${spans[0] ? `「${spans[0].text}」` : ""}</li>`)}
        </ul>
        <div class="row">
          <button @click=${() => this.#ask(false)}>${words.cancel}</button>
          <button class="main" @click=${() => void this.#finish(words.sent)}>${words.send}</button>
        </div>
      </dialog>
    `;
  }

  #ask(open: boolean): void {
    const dialog = this.renderRoot.querySelector("dialog")!;
    if (open) dialog.showModal();
    else dialog.close();
  }

  #publish(): void {
    const { report } = this;
    if (!report) return;
    if (report.decision === "pass") void this.#finish(WORDS[this.language].published);
    else if (report.decision === "review") this.#ask(true);
    else {
      const first = report.findings.find(({ status, severity }) => status === "violation" && severity !== "low");
      if (first) this.#go(first);
    }
  }

  async #finish(text: string): Promise<void> {
    this.#ask(false);
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(this.report)));
    this.done = text + [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  #go(finding: Finding): void {
    const [key] = [...this.#at].find(([, findings]) => findings.includes(finding)) ?? [];
    const place = key === undefined ? undefined : this.renderRoot.querySelector<HTMLElement>(`[data-key="${key}"]`);
    place?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    const editor = place?.querySelector("zhunze-editor");
    if (editor && finding.spans.length) editor.reveal(finding);
    else place?.querySelector<HTMLElement>("zhunze-editor, input, select, button")?.focus({ preventScroll: true });
  }

  #focus(key: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-key="${key}"] :is(input, select)`)?.focus();
  }

  // Checking.

  #start(subject: Listing): void {
    this.subject = subject;
    this.needs = [];
    this.wide = false;
    this.#changed();
  }

  #set(key: string, value: unknown): void {
    this.subject = state(this.subject, key, value);
    this.#changed();
  }

  #change(part: Partial<Listing>): void {
    this.subject = { ...this.subject, ...part };
    this.#changed();
  }

  #apply(fixes: Fix[]): void {
    this.subject = applyFixes(this.subject, fixes);
    this.#changed();
  }

  #changed(): void {
    this.done = undefined;
    this.#later();
  }

  protected override turned(): void {
    if (this.language !== "en") return;
    void english().then(
      () => this.#later(0),
      (error: unknown) => (this.trouble = error instanceof Error ? error.message : String(error)), // the findings stay in Chinese
    );
  }

  #later(delay = 150): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), delay);
  }

  async #check(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.#again = false;
    try {
      const on = today();
      const engine = await shared(true);
      const report = await engine.check(this.subject, { on, as_of: on, ...(this.policy && { policy: this.policy }) });
      this.trouble = undefined;
      this.#sort(report);
      this.report = report;
      keepOffline();
      await this.updateComplete;
      for (const editor of this.renderRoot.querySelectorAll("zhunze-editor")) editor.show(report);
      await this.#need(report);
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      this.#running = false;
      if (this.#again) this.#later();
    }
  }

  #sort(report: Report): void {
    const keys = new Set([...this.renderRoot.querySelectorAll<HTMLElement>("[data-key]")].map(({ dataset }) => dataset["key"] ?? "").filter(Boolean));
    this.#at = new Map();
    this.#waiting = report.findings.filter(waits).length;
    for (const finding of report.findings) {
      if (waits(finding)) continue;
      const [key = ""] = places(finding, keys);
      this.#at.set(key, [...(this.#at.get(key) ?? []), finding]);
    }
  }

  async #need(report: Report): Promise<void> {
    const fields = new Set([...this.renderRoot.querySelectorAll<HTMLElement>("[data-key]")].map(({ dataset }) => dataset["key"]));
    const all = missing({ ...report, findings: report.findings.filter((finding) => !waits(finding)) });
    this.needs = this.needs.filter(({ path }) => all.includes(path) || stated(this.subject, path) !== undefined);
    if (!all.length) return;
    this.#schema ??= import("zhunze/schema.json").then((module) => module.default as unknown as Schema);
    const schema = await this.#schema;
    this.titles = new Map(all.flatMap((path) => [[path, titled(path, "listing", schema)] as const]).filter((entry): entry is [string, string] => entry[1] !== undefined));
    const found = needs(all.filter((path) => !fields.has(path.startsWith("skus[]") ? "skus" : path)), "listing", schema);
    const known = new Set(this.needs.map(({ path }) => path));
    const added = found.filter(({ path }) => !known.has(path));
    if (added.length) this.needs = [...this.needs, ...added];
  }
}

/** Whether a finding cannot be told before the category is known, which the form asks for first. */
function waits({ status, missing: lacks }: Finding): boolean {
  return status === "undetermined" && (lacks?.includes("category") ?? false);
}

customElements.define("zz-listing", ListingPage);
