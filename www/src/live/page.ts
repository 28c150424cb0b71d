import "../trust.js";
import { html, nothing, type PropertyValues } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Finding, Report, Segment } from "zhunze";
import "zhunze-editor/finding";
import { DECISIONS, said, STATUSES } from "zhunze-editor/parts";
import type { WorkerSession } from "zhunze/worker";
import { english, shared, today } from "../engine.js";
import { keepOffline } from "../offline.js";
import { DeskPage, shut, told } from "../script/desk.js";
import { ACCEPTED, subtitles, type Opened } from "../script/files.js";
import { grouped, STEPS, type Group } from "../script/groups.js";
import { look } from "../script/look.js";
import { facts, type Product } from "../script/products.js";
import { WORDS as COMMON } from "../script/words.js";
import { arriving, clock } from "./arriving.js";
import { own } from "./look.js";
import { Player } from "./player.js";
import { asOneText, lineOf, pieces, quoted, Stream, type Line } from "./stream.js";
import { SAMPLE, WORDS } from "./words.js";

const SPEEDS = [1, 4, 16];

/** Live speech: segments as they arrive, what the law says about them while they are spoken, and what is still to be said. */
export class LivePage extends DeskPage {
  static override properties = {
    ...DeskPage.properties,
    report: { state: true },
    failure: { state: true },
    trouble: { state: true },
    ready: { state: true },
    heard: { state: true },
    latest: { state: true },
    speed: { state: true },
    picked: { state: true },
    products: { state: true },
    evidence: { state: true },
  };

  /** The report on the whole, once the stream has ended. */
  declare report: Report | undefined;
  declare failure: string | undefined;
  declare trouble: string | undefined;
  declare ready: boolean;
  /** Goes up with everything that the stream takes in. */
  declare heard: number;
  declare latest: Finding | undefined;
  declare speed: number;
  /** The line that a finding led to. */
  declare picked: number | undefined;
  declare products: readonly Product[];
  declare evidence: ReadonlySet<string>;
  protected readonly here = "./live.html";
  #options = { on: today(), as_of: today(), scope: "text" as const };
  #facts: Record<string, unknown> = {};
  #stream = new Stream();
  #session: Promise<WorkerSession> | undefined;
  /** Everything that was handed to the session, and how much of it is not answered yet. */
  #segments: Segment[] = [];
  #asked = 0;
  #peeking = false;
  #again = false;
  #groups: Group[] = [];
  #provisional: Set<Finding> = new Set();
  /** The file goes on by itself; and it came to its end so. */
  #played = false;
  #ended = false;
  readonly #player = new Player(({ segment }) => {
    this.#ended = this.#played && !this.#player.left;
    void this.#hear(segment);
  });

  constructor() {
    super();
    this.ready = false;
    this.heard = 0;
    this.speed = 1;
    this.products = [{}];
    this.evidence = new Set();
    void this.#load();
  }

  static override styles = [...DeskPage.styles, look, own];

  protected main() {
    const words = WORDS[this.language];
    return html`
      <main>
        <h1 class="unseen">${words.heading}</h1>
        <section class="writing" aria-label=${words.transcript}>
          ${this.#bar()} ${this.#transcript()}
          <form class="bar say" @submit=${this.#said}>
            <input
              name="line"
              lang="zh-Hans"
              autocomplete="off"
              enterkeyhint="send"
              aria-label=${words.say}
              placeholder=${words.placeholder}
              ?disabled=${this.report !== undefined}
            />
            <button ?disabled=${this.report !== undefined}>${words.send}</button>
          </form>
          <div class="bar foot">
            <span class="faint push">${words.local}</span>
            <span class="faint count">${words.count(this.#stream.lines.length, this.#player.total)}</span>
          </div>
        </section>
        <section class="results" aria-label=${COMMON[this.language].findings} tabindex="-1">
          ${this.unreadable ? html`<p class="wrong block" role="alert">${COMMON[this.language].unreadable[this.unreadable]}</p>` : nothing}
          ${this.#results()}
        </section>
        ${this.dropping ? html`<div class="drop">${words.drop}</div>` : nothing}
      </main>
    `;
  }

  #bar() {
    const words = WORDS[this.language];
    const { playing, left } = this.#player;
    const over = this.report !== undefined;
    const begun = this.#stream.lines.length > 0 || this.#player.total > 0;
    return html`
      <div class="bar">
        <button @click=${() => this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click()}>${words.open}</button>
        <input type="file" hidden accept=${ACCEPTED.join()} aria-label=${words.open} @change=${this.chosen} />
        <button class="quiet sample ${begun ? "" : "alone"}" @click=${this.#sample}>${words.sample}</button>
        <span class="push"></span>
        ${this.#player.total && !over
          ? html`
              <fieldset class="speed" aria-label=${words.speed}>
                ${SPEEDS.map(
                  (speed) =>
                    html`<label><input type="radio" name="speed" .checked=${this.speed === speed} @change=${() => this.#pace(speed)} /><span>${words.times(speed)}</span></label>`,
                )}
              </fieldset>
              <button class="play" ?disabled=${!left} @click=${this.#toggle}>${playing ? words.pause : words.play}</button>
              <button class="quiet" ?disabled=${!left} @click=${this.#forward}>${words.step}</button>
            `
          : nothing}
        ${over
          ? html`<button class="main" @click=${this.#reset}>${words.again}</button>`
          : html`<button class=${begun && !left ? "main" : "quiet"} ?disabled=${!this.#stream.lines.length} @click=${() => void this.#end()}>${words.end}</button>`}
      </div>
    `;
  }

  #transcript() {
    const words = WORDS[this.language];
    const { lines } = this.#stream;
    return html`
      <div class="lines" role="group" tabindex="0" aria-label=${words.lines}>
        ${lines.length
          ? html`
              <p class="keys faint" aria-label=${words.keys}><mark class="breach">${words.keyFinal}</mark> <mark class="breach provisional">${words.keyProvisional}</mark></p>
              <ol lang="zh-Hans">
                ${lines.map((line, index) => guard([line, this.picked === index], () => this.#line(line, index)))}
              </ol>
            `
          : html`<div class="empty">
              ${words.empty}
              <ul>
                ${words.how.map((line) => html`<li>${line}</li>`)}
              </ul>
            </div>`}
      </div>
    `;
  }

  #line(line: Line, index: number) {
    const { start_ms, speaker } = line.segment;
    const before = this.#stream.lines[index - 1]?.segment.speaker;
    return html`<li data-line=${index} ?data-picked=${this.picked === index}>
      <span class="when">${start_ms === undefined ? nothing : clock(start_ms)}</span>
      <span class="words"
        >${speaker && speaker !== before ? html`<span class="who">${speaker}</span>` : nothing}${pieces(line).map(({ text, mark }) =>
          mark ? html`<mark class="${mark.tone} ${mark.provisional ? "provisional" : ""}">${text}</mark>` : text,
        )}</span
      >
    </li>`;
  }

  #results() {
    const words = COMMON[this.language];
    if (this.failure !== undefined) {
      return html`
        <p class="wrong" role="alert">${words.failed}：${this.failure}</p>
        <p class="note"><button @click=${this.#load}>${words.retry}</button></p>
      `;
    }
    const any = this.#stream.lines.length > 0;
    return html`
      ${this.#summary()} ${this.#goods()}
      ${this.trouble !== undefined ? html`<p class="wrong" role="alert">${words.broken}：${this.trouble}</p>` : nothing}
      ${any
        ? html`${this.#still()}${STEPS.map((where) => this.#step(where))}${this.report ? this.more(this.report) : nothing}
            <p class="note faint">${words.dates(this.#options.as_of)}${WORDS[this.language].reach}</p>`
        : html`<p class="empty">${this.ready ? WORDS[this.language].waiting : words.loading}</p>`}
    `;
  }

  #summary() {
    const words = COMMON[this.language];
    const { report } = this;
    if (!report && !this.#stream.lines.length) return nothing;
    const exports = [
      ["HTML", "html"],
      ["JSON", "json"],
      ["CSV", "csv"],
      [words.print, "print"],
    ] as const;
    return html`
      <div class="summary">
        ${report
          ? html`<strong class=${report.decision} role="status">${said(DECISIONS[report.decision], this.language)}</strong>`
          : html`<strong>${WORDS[this.language].listening}</strong>`}
        <span class="faint push">${this.#counts()}</span>
        ${report
          ? html`<details class="menu" @focusout=${shut}>
              <summary>${words.report}</summary>
              <div>${exports.map(([name, kind]) => html`<button @click=${() => void this.#export(kind)}>${name}</button>`)}</div>
            </details>`
          : nothing}
      </div>
      ${report ? nothing : html`<p class="latest faint" role="status">${this.#latest()}</p>`}
    `;
  }

  #latest() {
    const { latest } = this;
    if (!latest) return nothing;
    return WORDS[this.language].latest(quoted(latest.spans)[0]?.text ?? "", said(STATUSES[latest.status], this.language), latest.name);
  }

  #counts(): string {
    const { groups } = COMMON[this.language];
    return STEPS.flatMap((step) => {
      const count = this.#groups.filter((group) => group.step === step).reduce((sum, { findings }) => sum + findings.length, 0);
      return count ? `${groups[step].split(/[：:]/)[0]} ${count}` : [];
    }).join(" · ");
  }

  #goods() {
    const words = COMMON[this.language];
    const names = this.products.map(({ title }) => title).filter(Boolean).join("、");
    return html`
      <details class="goods" @toggle=${() => void import("../script/goods.js")}>
        <summary>${words.goods} <span class="faint">${Object.keys(this.#facts).length ? names : words.goodsNone}</span></summary>
        <p class="faint">${words.goodsHint}</p>
        <zz-goods .products=${this.products} .evidence=${this.evidence} .language=${this.language} @goods=${this.#described}></zz-goods>
      </details>
    `;
  }

  /** What is still to be said or answered; at the end, what was not. */
  #still() {
    const words = WORDS[this.language];
    const { open, settled } = this.#stream;
    if (!open.length && !settled.length) return nothing;
    return html`
      <div class="still">
        <h2>${this.report ? words.lacked : words.still}</h2>
        ${open.length
          ? html`<ol>
              ${grouped(open, []).map(
                ({ findings, also }) =>
                  html`<li><zhunze-finding law="./law.html#" .findings=${readOnly(findings)} .also=${also} .language=${this.language} @show=${this.#show}></zhunze-finding></li>`,
              )}
            </ol>`
          : html`<p class="note pass">${words.nothingLeft}</p>`}
        ${settled.length ? html`<p class="settled faint">${words.settled}：<span lang="zh-Hans">${settled.map(({ name }) => name).join("、")}</span></p>` : nothing}
      </div>
    `;
  }

  #step(where: Group["step"]) {
    const groups = this.#groups.filter(({ step }) => step === where);
    if (!groups.length) return nothing;
    return html`
      <h2>${COMMON[this.language].groups[where]}</h2>
      <ol>
        ${groups.map(({ findings, also, key }) => {
          const waiting = findings.filter((finding) => this.#provisional.has(finding)).length;
          return html`
            <li>
              <zhunze-finding
                data-key=${key}
                ?data-provisional=${waiting === findings.length}
                law="./law.html#"
                .findings=${readOnly(findings)}
                .also=${also}
                .language=${this.language}
                @show=${this.#show}
                >${waiting ? html`<span class="waiting">${WORDS[this.language].provisional(waiting, findings.length)}</span>` : nothing}</zhunze-finding
              >
            </li>
          `;
        })}
      </ol>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("heard")) return;
    const { findings, provisional } = this.#stream;
    this.#provisional = provisional;
    this.#groups = grouped(inOrder(findings), []);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("heard") || this.picked !== undefined) return;
    // The newest words stay in view, unless somebody reads further up.
    const box = this.renderRoot.querySelector(".lines");
    if (box && box.scrollHeight - box.scrollTop - box.clientHeight < 160) box.scrollTop = box.scrollHeight;
  }

  async #load(): Promise<void> {
    this.failure = undefined;
    try {
      await shared();
      this.ready = true;
    } catch (error) {
      this.failure = told(error);
    }
  }

  /** What was heard is heard again, so that what was found in it is told in English. */
  protected override turned(): void {
    if (this.language !== "en") return;
    void english().then(
      () => (this.#segments.length ? this.#replay() : undefined),
      (error: unknown) => (this.trouble = told(error)), // the findings stay in Chinese
    );
  }

  #started(): Promise<WorkerSession> {
    return (this.#session ??= shared().then((engine) => engine.session({ kind: "livestream", ...this.#facts }, this.#options)));
  }

  async #hear(segment: Segment): Promise<void> {
    const stream = this.#stream;
    this.trouble = undefined;
    this.#segments.push(segment);
    this.#asked += 1;
    try {
      const session = await this.#started();
      const update = await session.push(segment);
      keepOffline();
      if (stream !== this.#stream) return; // it was started again meanwhile
      stream.take(segment, update);
      const [newest] = [...update.new, ...update.final].slice(-1);
      if (newest) this.latest = newest.finding;
      this.heard += 1;
      void this.#peek();
    } catch (error) {
      if (stream === this.#stream) this.trouble = told(error);
    }
    if (stream !== this.#stream) return;
    this.#asked -= 1;
    if (this.#ended && !this.#asked) await this.#end();
  }

  /** Asks what the whole lacks so far; one question at a time. */
  async #peek(): Promise<void> {
    this.#again = this.#peeking;
    if (this.#peeking) return;
    this.#peeking = true;
    const stream = this.#stream;
    try {
      const session = await this.#started();
      const report = await session.peek();
      // What was said meanwhile is not in it; the next answer comes soon.
      if (stream === this.#stream && !this.report && !this.#again) {
        stream.wouldLack(report);
        this.heard += 1;
      }
    } catch {
      // The session ended meanwhile: the last report says it all.
    } finally {
      this.#peeking = false;
    }
    if (this.#again && !this.report) void this.#peek();
  }

  async #end(): Promise<void> {
    if (this.report || !this.#stream.lines.length) return;
    const stream = this.#stream;
    this.#player.pause();
    try {
      const session = await this.#started();
      const report = await session.finish();
      if (stream !== this.#stream) return;
      this.report = stream.finish(report);
      this.#session = undefined;
      this.heard += 1;
    } catch (error) {
      if (stream === this.#stream) this.trouble = told(error);
    }
  }

  /** A stream that has heard nothing. */
  #begin(): void {
    void this.#session?.then((session) => session.free()).catch(() => {});
    this.#session = undefined;
    this.#stream = new Stream();
    this.#segments = [];
    this.#asked = 0;
    this.#ended = false;
    this.report = this.latest = this.picked = this.trouble = undefined;
    this.heard += 1;
  }

  #set(opened: Opened | undefined): void {
    this.#begin();
    this.opened = opened;
    this.unreadable = undefined;
    this.#player.load(opened ? arriving(opened) : []);
    this.#player.speed = this.speed;
    if (opened) void this.#start();
  }

  /** A file begins when there is somebody to hear it. */
  async #start(): Promise<void> {
    const stream = this.#stream;
    await shared().catch(() => {}); // the first segment says what is wrong
    if (stream !== this.#stream) return;
    this.#played = true;
    this.#player.play();
    this.requestUpdate();
  }

  #toggle(): void {
    this.#played = true;
    if (this.#player.playing) this.#player.pause();
    else this.#player.play();
    this.requestUpdate();
  }

  #forward(): void {
    this.#played = false; // who steps through looks at the last words before the end
    this.#player.step();
    this.requestUpdate();
  }

  #pace(speed: number): void {
    this.speed = speed;
    this.#player.speed = speed;
  }

  #said(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>(".say input")!;
    const text = input.value.trim();
    if (!text) return;
    input.value = "";
    this.picked = undefined;
    void this.#hear({ text });
  }

  /** What is known of the goods is a part of the question: everything said so far is heard again. */
  async #described(event: Event): Promise<void> {
    const goods = event.target as HTMLElementTagNameMap["zz-goods"];
    this.products = goods.products;
    this.evidence = goods.evidence;
    this.#facts = facts(this.products, this.evidence);
    await this.#replay();
  }

  async #replay(): Promise<void> {
    const segments = this.#segments;
    const over = this.report !== undefined;
    const ended = this.#ended;
    this.#begin();
    await Promise.all(segments.map((segment) => this.#hear(segment)));
    if (over || ended) await this.#end();
  }

  #show = async (event: CustomEvent<Finding>): Promise<void> => {
    const line = event.detail.spans.map(({ path }) => lineOf(path)).find((found) => found !== undefined);
    this.picked = line;
    await this.updateComplete;
    this.renderRoot.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: "center" });
  };

  #sample(): void {
    this.#set({ name: "sample.vtt", ...subtitles(SAMPLE) });
  }

  #reset(): void {
    this.#set(undefined);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>(".say input")?.focus());
  }

  #export(kind: "html" | "json" | "csv" | "print"): Promise<void> | undefined {
    if (!this.report) return;
    const { lines } = this.#stream;
    const { text, report: shown } = asOneText(lines, this.report);
    const script = lines.map(({ segment }) => segment);
    const name = this.opened?.name ?? WORDS[this.language].stream;
    return this.give(kind, { text, name, facts: { ...this.#facts, script }, reviewed: [], report: this.report, shown });
  }

  protected override take(opened: Opened): void {
    this.#set(opened);
  }
}

/** In the order in which they were said. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const line = ({ spans: [first] }: Finding) => lineOf(first?.path ?? "") ?? Number.MAX_SAFE_INTEGER;
  return [...findings].sort((a, b) => line(a) - line(b) || (a.spans[0]?.utf16[0] ?? 0) - (b.spans[0]?.utf16[0] ?? 0));
}

/** Findings as their cards tell them: words that segments cut are one quote, and what was said cannot be edited, so advice stays alone. */
function readOnly(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    spans: quoted(finding.spans),
    ...(finding.fixes && { fixes: finding.fixes.flatMap((fix) => (fix.note ? { ...fix, edits: [] } : [])) }),
  }));
}

customElements.define("zz-live", LivePage);
