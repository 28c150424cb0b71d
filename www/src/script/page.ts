import "../trust.js";
import { html, nothing, type PropertyValues } from "lit";
import { safeFixes, type Finding, type Fix, type Report } from "zhunze";
import "zhunze-editor";
import { use, type ZhunzeEditor } from "zhunze-editor";
import { DECISIONS, said } from "zhunze-editor/parts";
import { save } from "../base.js";
import { english, shared, today } from "../engine.js";
import { keepOffline } from "../offline.js";
import { DeskPage, shut, told } from "./desk.js";
import { ACCEPTED, file, type Opened } from "./files.js";
import { facts, type Product } from "./products.js";
import { grouped, isReviewed, STEPS, type Group, type Reviewed } from "./groups.js";
import { look } from "./look.js";
import { SAMPLE, WORDS } from "./words.js";

use(shared());

/** A host's script: what the law says about it, what to change first, and wording that is safe. */
export class ScriptPage extends DeskPage {
  static override properties = {
    ...DeskPage.properties,
    report: { state: true },
    failure: { state: true },
    trouble: { state: true },
    ready: { state: true },
    characters: { state: true },
    picked: { state: true },
    reviewed: { state: true },
    reviewing: { state: true },
    products: { state: true },
    evidence: { state: true },
    slow: { state: true },
  };

  declare report: Report | undefined;
  declare failure: string | undefined;
  declare trouble: string | undefined;
  declare ready: boolean;
  declare characters: number;
  declare picked: string | undefined;
  declare reviewed: readonly Reviewed[];
  declare reviewing: string | undefined;
  declare products: readonly Product[];
  declare evidence: ReadonlySet<string>;
  declare slow: boolean;
  protected readonly here = "./";
  #options = { on: today(), as_of: today() };
  #facts: Record<string, unknown> = {};
  #groups: Group[] = [];
  #safe = 0;
  #waited: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.ready = this.slow = false;
    this.characters = 0;
    this.reviewed = [];
    this.products = [{}];
    this.evidence = new Set();
    void this.#load();
  }

  static override styles = [...DeskPage.styles, look];

  protected main() {
    const words = WORDS[this.language];
    return html`
      <main>
        <h1 class="unseen">${words.heading}</h1>
        <section class="writing" aria-label=${words.text}>
          <div class="bar">
            <button @click=${() => this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click()}>${words.open}</button>
            <input type="file" hidden accept=${ACCEPTED.join()} aria-label=${words.open} @change=${this.chosen} />
            <button class="quiet sample ${this.characters ? "" : "alone"}" @click=${this.#sample}>${words.sample}</button>
            <span class="push"></span>
            <button class="quiet" ?disabled=${!this.characters} @click=${this.#read}>${words.read}</button>
            <button class="quiet" ?disabled=${!this.characters} @click=${this.#save}>${words.save}</button>
            <button class="quiet" ?disabled=${!this.characters} @click=${this.#clear}>${words.clear}</button>
          </div>
          <zhunze-editor
            bare
            lang="zh-Hans"
            kind="livestream"
            law="./law.html#"
            .language=${this.language}
            .label=${words.text}
            .placeholder=${words.placeholder}
            .options=${this.#options}
            .facts=${this.#facts}
            @input=${this.#typed}
            @report=${this.#reported}
            @fault=${(event: CustomEvent<unknown>) => (this.trouble = told(event.detail))}
            @pick=${(event: CustomEvent<Finding | null>) => this.#pick(event.detail)}
          ></zhunze-editor>
          <div class="bar foot">
            <span class="faint push">${words.local}</span>
            <span class="faint">${words.characters(this.characters)}</span>
          </div>
        </section>
        <section class="results" aria-label=${words.findings} tabindex="-1">
          ${this.slow ? html`<div class="working" role="progressbar" aria-label=${words.long(this.characters)}></div>` : nothing}
          ${this.unreadable ? html`<p class="wrong block" role="alert">${words.unreadable[this.unreadable]}</p>` : nothing}
          ${this.#results()}
        </section>
        <zz-prompter .language=${this.language}></zz-prompter>
        ${this.dropping ? html`<div class="drop">${words.drop}</div>` : nothing}
      </main>
    `;
  }

  #results() {
    const words = WORDS[this.language];
    if (this.failure !== undefined) {
      return html`
        <p class="wrong" role="alert">${words.failed}：${this.failure}</p>
        <p class="note"><button @click=${this.#load}>${words.retry}</button></p>
      `;
    }
    const { report } = this;
    return html`
      ${this.#summary(report)}
      ${this.#goods()}
      ${this.trouble !== undefined ? html`<p class="wrong" role="alert">${words.broken}：${this.trouble}</p>` : nothing}
      ${report
        ? html`${STEPS.map((where) => this.#step(where))}${this.more(report)}
            <p class="note faint">${words.dates(report.evaluated_on)}${words.reach}</p>`
        : html`<div class="empty">
            ${this.slow ? words.long(this.characters) : this.ready ? words.empty : words.loading}
            <ul>
              ${words.how.map((line) => html`<li>${line}</li>`)}
            </ul>
          </div>`}
    `;
  }

  #summary(report: Report | undefined) {
    if (!report) return nothing;
    const words = WORDS[this.language];
    const safe = this.#safe;
    const exports = [
      ["HTML", "html"],
      ["JSON", "json"],
      ["CSV", "csv"],
      [words.print, "print"],
    ] as const;
    return html`
      <div class="summary">
        <strong class=${report.decision} role="status">${said(DECISIONS[report.decision], this.language)}</strong>
        <span class="faint push">${this.slow ? words.long(this.characters) : this.#counts()}</span>
        ${safe ? html`<button class="main" @click=${() => this.#editor.applySafe()}>${words.applyAll(safe)}</button>` : nothing}
        <details class="menu" @focusout=${shut}>
          <summary>${words.report}</summary>
          <div>${exports.map(([name, kind]) => html`<button @click=${() => void this.#export(kind)}>${name}</button>`)}</div>
        </details>
      </div>
    `;
  }

  #counts(): string {
    const count = (step: string) => this.#groups.filter((group) => group.step === step).reduce((sum, { findings }) => sum + findings.length, 0);
    const { groups } = WORDS[this.language];
    return STEPS.flatMap((step) => (count(step) ? `${groups[step].split(/[：:]/)[0]} ${count(step)}` : [])).join(" · ");
  }

  #goods() {
    const words = WORDS[this.language];
    const known = Object.keys(this.#facts).length > 0;
    const names = this.products.map(({ title }) => title).filter(Boolean).join("、");
    return html`
      <details class="goods" @toggle=${() => void import("./goods.js")}>
        <summary>${words.goods} <span class="faint">${known ? names : words.goodsNone}</span></summary>
        <p class="faint">${words.goodsHint}</p>
        <zz-goods .products=${this.products} .evidence=${this.evidence} .language=${this.language} @goods=${this.#described}></zz-goods>
      </details>
    `;
  }

  #step(where: Group["step"]) {
    const groups = this.#groups.filter(({ step }) => step === where);
    if (!groups.length) return nothing;
    return html`
      <h2>${WORDS[this.language].groups[where]}</h2>
      <ol>
        ${groups.map(
          (group) => html`
            <li>
              <zhunze-finding
                data-key=${group.key}
                law="./law.html#"
                .findings=${group.findings}
                .also=${group.also}
                .language=${this.language}
                ?picked=${this.picked === group.key}
                @show=${(event: CustomEvent<Finding>) => this.#editor.reveal(event.detail)}
                @apply=${(event: CustomEvent<Fix[]>) => this.#editor.apply(event.detail)}
                >${this.#look(group)}</zhunze-finding
              >
            </li>
          `,
        )}
      </ol>
    `;
  }

  /** A person's look at a finding: noted with the reason, shown in every report. */
  #look(group: Group) {
    const words = WORDS[this.language];
    if (group.step === "done") {
      const [first] = group.findings;
      const found = first && isReviewed(first, this.reviewed);
      return html`<div class="look">
        <span class="push">${words.reviewed}：${found?.reason}</span>
        <button class="quiet" @click=${() => this.#unreview(group)}>${words.undo}</button>
      </div>`;
    }
    if (this.reviewing !== group.key) {
      return html`<div class="look"><button class="quiet" @click=${() => this.#ask(group)}>${words.review}</button></div>`;
    }
    const confirm = (event: Event) => {
      event.preventDefault();
      const { value } = this.renderRoot.querySelector<HTMLInputElement>(".look input")!;
      if (value.trim()) this.#review(group, value.trim());
    };
    return html`<form class="look" @submit=${confirm}>
      <input aria-label=${words.reason} placeholder=${words.reason} required @keydown=${(event: KeyboardEvent) => event.key === "Escape" && (this.reviewing = undefined)} />
      <button>${words.confirm}</button>
      <button type="button" class="quiet" @click=${() => (this.reviewing = undefined)}>${words.cancel}</button>
    </form>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("report")) this.#safe = this.report ? safeFixes(this.report).length : 0;
    if (changed.has("report") || changed.has("reviewed")) this.#groups = this.report ? grouped(this.report.findings, this.reviewed) : [];
  }

  async #load(): Promise<void> {
    this.failure = undefined;
    try {
      const engine = await shared();
      use(engine);
      this.ready = true;
      this.renderRoot?.querySelector("zhunze-editor")?.recheck();
    } catch (error) {
      this.failure = told(error);
    }
  }

  protected override turned(): void {
    if (this.language !== "en") return;
    void english().then(
      () => this.#editor.recheck(),
      (error: unknown) => (this.trouble = told(error)), // the findings stay in Chinese
    );
  }

  #typed(): void {
    this.characters = this.#editor.length;
    this.unreadable = undefined;
    this.#wait();
  }

  /** Shows that it works only where that takes long enough to be asked about. */
  #wait(): void {
    clearTimeout(this.#waited);
    this.#waited = setTimeout(() => (this.slow = this.#editor.busy), 700);
  }

  #reported(event: CustomEvent<Report | undefined>): void {
    clearTimeout(this.#waited);
    this.slow = false;
    if (event.detail) keepOffline();
    this.trouble = this.#editor.trouble;
    this.report = event.detail ?? undefined;
    this.characters = this.#editor.length;
  }

  #pick(finding: Finding | null): void {
    const group = finding && this.#groups.find(({ findings, also }) => findings.includes(finding) || also.some(({ rule }) => rule === finding.rule));
    if (this.picked === (group?.key ?? undefined)) return;
    this.picked = group?.key;
    // On a narrow screen the list is below the text: going there would take the text away from under the caret.
    if (!group || !matchMedia("(min-width: 60rem)").matches) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector("zhunze-finding[picked]")?.scrollIntoView({ block: "nearest" }));
  }

  #ask(group: Group): void {
    this.reviewing = group.key;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>(".look input")?.focus());
  }

  #review(group: Group, reason: string): void {
    const quotes = new Set(group.findings.map(({ spans }) => spans[0]?.text ?? ""));
    const added = [...quotes].map((quote) => ({ rule: group.findings[0]?.rule ?? "", quote, reason, on: today() }));
    this.reviewed = [...this.reviewed, ...added];
    this.reviewing = undefined;
  }

  #unreview(group: Group): void {
    const taken = new Set(group.findings.map((finding) => isReviewed(finding, this.reviewed)));
    this.reviewed = this.reviewed.filter((one) => !taken.has(one));
  }

  #described(event: Event): void {
    const goods = event.target as HTMLElementTagNameMap["zz-goods"];
    this.products = goods.products;
    this.evidence = goods.evidence;
    this.#facts = facts(this.products, this.evidence);
  }

  #set(text: string, opened?: Opened): void {
    this.opened = opened;
    this.reviewed = [];
    this.#editor.value = text;
    this.characters = this.#editor.length;
    this.#wait();
  }

  #sample(): void {
    this.#set(SAMPLE);
  }

  #clear(): void {
    this.#set("");
    this.#editor.focus();
  }

  #save(): void {
    const { name, content } = file(this.#editor.value, this.opened);
    save(name, "text/plain;charset=utf-8", content);
  }

  async #read(): Promise<void> {
    await import("./reading.js");
    const prompter = this.renderRoot.querySelector("zz-prompter")!;
    Object.assign(prompter, { text: this.#editor.value, findings: this.report?.findings ?? [] });
    await prompter.updateComplete;
    prompter.show();
  }

  #export(kind: "html" | "json" | "csv" | "print"): Promise<void> | undefined {
    const { report, reviewed } = this;
    if (!report) return;
    const name = this.opened?.name ?? (this.language === "zh" ? "粘贴的话术" : "pasted script");
    return this.give(kind, { text: this.#editor.value, name, facts: this.#facts, reviewed, report });
  }

  protected override take(opened: Opened): void {
    this.#set(opened.text, opened);
  }

  get #editor(): ZhunzeEditor {
    return this.renderRoot.querySelector("zhunze-editor")!;
  }
}

customElements.define("zz-script", ScriptPage);
