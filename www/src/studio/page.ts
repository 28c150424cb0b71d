import "../trust.js";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Lint } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { css, html, nothing, type PropertyValues } from "lit";
import type { Finding, Fix, PackInfo, Report } from "zhunze";
import type { QuickFix } from "zhunze/compiler";
import "zhunze-editor";
import { said } from "zhunze-editor/parts";
import { Page, save } from "../base.js";
import { today } from "../engine.js";
import { grouped } from "../script/groups.js";
import { assist, fold } from "./assist.js";
import { Compiler } from "./compiler.js";
import { zhunze } from "./language.js";
import { BUILT_IN, builtIn, EXAMPLE, together, type Sources } from "./sources.js";
import type { Open, Problem } from "./studio-worker.js";

const MINE = "my.shop";

const WORDS = {
  zh: {
    heading: "规则工作台",
    pack: "规则包",
    mine: "我的规则包",
    files: "文件",
    editor: "规则源码",
    loading: "正在载入编译器…",
    compiling: "正在编译…",
    failed: "没有编译成",
    fine: (ms: number) => `已编译，${ms} 毫秒`,
    problems: (n: number) => `${n} 处要改`,
    diagnostics: "诊断",
    none: "没有问题。改动后会自动重新编译。",
    help: "改法",
    line: (n: number) => `第 ${n} 行`,
    test: "试一段文字",
    testHint: "用刚编译的规则检查，不含其他规则包的规则。",
    placeholder: "写一段话，看规则怎么判。",
    sample: "家人们，今天全场秒杀，全场都是骨折价！",
    livestream: "直播话术",
    listing: "商品文案",
    kind: "文本类型",
    download: "下载规则包",
    saveFile: "存源码",
    elsewhere: (file: string) => `在 ${file}`,
    built: "编译结果",
    format: "排版",
    unformatted: "有读不懂的地方，先改好再排版",
    formatted: "已排版",
    keys: "Ctrl+空格补全，Ctrl+I 说明，Shift+Alt+F 排版，F8 下一处问题，Ctrl+. 采用改法，Esc 后 Tab 离开编辑器",
  },
  en: {
    heading: "Studio",
    pack: "Pack",
    mine: "My pack",
    files: "Files",
    editor: "Source of the rules",
    loading: "Loading the compiler…",
    compiling: "Compiling…",
    failed: "Could not compile",
    fine: (ms: number) => `Compiled in ${ms} ms`,
    problems: (n: number) => (n === 1 ? "1 problem" : `${n} problems`),
    diagnostics: "Diagnostics",
    none: "No problems. A change compiles again by itself.",
    help: "Help",
    line: (n: number) => `line ${n}`,
    test: "Try a text",
    testHint: "Checked by the rules just compiled, not by those of other packs.",
    placeholder: "Write something and see what the rules say (in Chinese).",
    sample: "家人们，今天全场秒杀，全场都是骨折价！",
    livestream: "Script",
    listing: "Listing copy",
    kind: "Kind of text",
    download: "Download the pack",
    saveFile: "Save source",
    elsewhere: (file: string) => `in ${file}`,
    built: "What was compiled",
    format: "Format",
    unformatted: "Some of it does not read; mend that first",
    formatted: "Formatted",
    keys: "Ctrl+Space completes, Ctrl+I explains, Shift+Alt+F formats, F8 goes to the next problem, Ctrl+. applies its fix, Esc then Tab leaves the editor",
  },
};

type Built = { is: "built"; pack: Uint8Array; packs: PackInfo[]; took: number };
type State = { is: "loading" | "compiling" } | { is: "broken"; why: string } | { is: "wrong"; problems: Problem[]; files: Record<string, string> } | Built;

/** For who writes rules: source, what is wrong with it while it is typed, and a text to try it on. */
export class StudioPage extends Page {
  static override properties = { ...Page.properties, pack: { state: true }, file: { state: true }, names: { state: true }, compiled: { state: true }, kind: { state: true }, trial: { state: true }, note: { state: true } };

  declare pack: string;
  declare file: string;
  declare names: readonly string[];
  declare compiled: State;
  declare kind: "livestream" | "listing";
  declare trial: Report | undefined;
  /** What came of the last thing that was asked. */
  declare note: string;
  protected readonly here = "./studio.html";
  readonly #compiler = new Compiler();
  readonly #options = { on: today(), as_of: today() };
  #sources: Sources = { ...EXAMPLE };
  #mine: Sources = this.#sources;
  #view: EditorView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;

  constructor() {
    super();
    this.pack = MINE;
    this.names = Object.keys(this.#sources);
    this.file = this.names[0] ?? "";
    this.compiled = { is: "loading" };
    this.kind = "livestream";
    this.note = "";
  }

  static override styles = [
    ...Page.styles,
    css`
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        min-height: 0;
      }
      .source {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        grid-template-columns: minmax(0, 1fr);
        min-height: 60dvh;
        background: var(--sheet);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem 0.6rem;
        align-items: center;
        padding: 0.5rem 1rem;
        border-block-end: 1px solid var(--line);
      }
      .bar select {
        width: auto;
        max-width: 14rem;
      }
      .bar .push {
        margin-inline-end: auto;
      }
      .code {
        min-height: 0;
        min-width: 0;
      }
      .foot {
        padding: 0.25rem 1rem;
        border-block-start: 1px solid var(--line);
        color: var(--faint);
        font-size: 0.8125rem;
      }
      .cm-editor {
        height: 100%;
        font: 0.9rem/1.75 var(--mono);
        background: var(--sheet);
        color: var(--ink);
      }
      .cm-editor .cm-scroller {
        font-family: inherit;
        line-height: inherit;
      }
      .cm-editor.cm-focused {
        outline: none;
      }
      .cm-editor .cm-gutters {
        border: 0;
        background: var(--sheet);
        color: var(--faint);
      }
      .cm-editor .cm-content {
        caret-color: var(--ink);
      }
      .cm-editor .cm-cursor {
        border-color: var(--ink);
      }
      .cm-editor .cm-activeLine,
      .cm-editor .cm-activeLineGutter {
        background: color-mix(in srgb, var(--link) 7%, transparent);
      }
      .cm-editor .cm-selectionBackground,
      .cm-editor.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground {
        background: color-mix(in srgb, var(--link) 26%, transparent);
      }
      .cm-editor .cm-tooltip {
        border: 1px solid var(--line);
        border-radius: 6px;
        background: var(--paper);
        color: var(--ink);
        font: 0.875rem/1.6 var(--sans);
      }
      .cm-editor .cm-tooltip-autocomplete > ul > li[aria-selected] {
        background: var(--link);
        color: var(--paper);
      }
      .cm-editor .cm-panels {
        background: var(--paper);
        color: var(--ink);
      }
      .cm-editor .cm-diagnostic {
        max-width: 34rem;
        padding: 0.4rem 0.8rem;
        border-inline-start: 3px solid var(--breach);
      }
      .cm-editor .cm-lintRange-error {
        background-image: none;
        text-decoration: underline wavy var(--breach) 1px;
        text-underline-offset: 0.3em;
      }
      .cm-editor .cm-lintRange-active {
        background-color: var(--breach-wash);
      }
      .cm-editor .cm-lint-marker {
        width: 0.5rem;
        height: 0.5rem;
        margin: 0.55rem 0.2rem;
        content: normal;
        border-radius: 50%;
        background: var(--breach);
      }
      .cm-editor .cm-matchingBracket {
        background: var(--open-wash);
      }
      .side {
        display: grid;
        align-content: start;
        grid-template-columns: minmax(0, 1fr);
        border-block-start: 1px solid var(--line);
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.8rem;
        align-items: center;
        min-height: 3rem;
        padding: 0.4rem 1.1rem;
        border-block-end: 1px solid var(--line);
      }
      .state strong {
        margin-inline-end: auto;
      }
      h1 {
        margin: 0;
        font: 700 1.1rem/1.4 var(--serif);
      }
      h2 {
        margin: 0;
        padding: 0.8rem 1.1rem 0.2rem;
        color: var(--faint);
        font-size: 0.8125rem;
        font-weight: 600;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ol button {
        display: block;
        width: 100%;
        padding: 0.5rem 1.1rem;
        border: 0;
        border-block-end: 1px solid var(--line);
        border-radius: 0;
        background: none;
        text-align: start;
        white-space: normal;
        line-height: 1.6;
      }
      ol button:hover {
        background: var(--sheet);
      }
      ol .fix {
        color: var(--link);
        padding-block-start: 0;
      }
      .told {
        max-width: 30rem;
        padding: 0.2rem 0.7rem;
        font: 0.875rem/1.6 var(--sans);
      }
      .told :is(p, ul) {
        margin: 0.3rem 0;
      }
      .told ul {
        padding-inline-start: 1.2rem;
        list-style: disc;
      }
      ol small {
        display: block;
        color: var(--faint);
      }
      .trial {
        display: grid;
        gap: 0.5rem;
        padding: 0.3rem 1.1rem 1.2rem;
      }
      .trial zhunze-editor {
        min-height: 6rem;
      }
      .trial zhunze-finding {
        border-block-start: 1px solid var(--line);
      }
      .pick {
        display: flex;
        gap: 0.9rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .pick label {
        display: flex;
        gap: 0.3rem;
        align-items: center;
      }
      .empty {
        margin: 0;
        padding: 0.3rem 1.1rem;
      }
      @media (min-width: 60rem) {
        :host {
          height: 100dvh;
        }
        main {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(23rem, 30rem);
        }
        .source,
        .side {
          min-height: 0;
        }
        .side {
          overflow: auto;
          border-block-start: 0;
          border-inline-start: 1px solid var(--line);
        }
      }
    `,
  ];

  protected main() {
    const words = WORDS[this.language];
    return html`
      <main>
        <section class="source" aria-label=${words.editor}>
          <div class="bar">
            <h1>${words.heading}</h1>
            <select aria-label=${words.pack} @change=${(event: Event) => void this.#open((event.target as HTMLSelectElement).value)}>
              <option value=${MINE} ?selected=${this.pack === MINE}>${words.mine}</option>
              ${BUILT_IN.map((pack) => html`<option value=${pack} ?selected=${this.pack === pack}>${pack}</option>`)}
            </select>
            ${this.names.length > 1
              ? html`<select aria-label=${words.files} @change=${(event: Event) => this.#show((event.target as HTMLSelectElement).value)}>
                  ${this.names.map((name) => html`<option value=${name} ?selected=${this.file === name}>${name}</option>`)}
                </select>`
              : nothing}
            <span class="push"></span>
            <button aria-keyshortcuts="Shift+Alt+F" @click=${() => void this.#format()}>${words.format}</button>
            <button class="quiet" @click=${() => save(this.file, "text/plain;charset=utf-8", this.#sources[this.file] ?? "")}>${words.saveFile}</button>
            <button ?disabled=${this.compiled.is !== "built"} @click=${this.#download}>${words.download}</button>
          </div>
          <div class="code"></div>
          <div class="foot"><span role="status">${this.note}</span> ${words.keys}</div>
        </section>
        <section class="side" aria-label=${words.diagnostics} tabindex="-1">
          ${this.#state()}
          <h2>${words.diagnostics}</h2>
          ${this.#problems()}
          <h2>${words.test}</h2>
          ${this.#trial()}
        </section>
      </main>
    `;
  }

  #state() {
    const words = WORDS[this.language];
    const { compiled } = this;
    const says =
      compiled.is === "loading"
        ? words.loading
        : compiled.is === "compiling"
          ? words.compiling
          : compiled.is === "broken"
            ? `${words.failed}：${compiled.why}`
            : compiled.is === "wrong"
              ? words.problems(compiled.problems.length)
              : words.fine(Math.round((compiled as Built).took));
    const looks = compiled.is === "built" ? "pass" : compiled.is === "wrong" || compiled.is === "broken" ? "block" : "";
    return html`<div class="state"><strong class=${looks} role="status">${says}</strong></div>`;
  }

  #problems() {
    const words = WORDS[this.language];
    const { compiled } = this;
    if (compiled.is === "built") return html`<p class="empty faint">${words.none}</p>`;
    if (compiled.is !== "wrong") return nothing;
    return html`<ol>
      ${compiled.problems.map(
        (one) => html`<li>
          <button @click=${() => this.#go(one)}>
            <span class=${one.level === "error" ? "block" : "review"}>${one.code}</span>
            ${said(one.message, this.language)}
            <small>
              ${one.file.startsWith(`${this.pack}/`) ? one.file.slice(this.pack.length + 1) : words.elsewhere(one.file)} ${words.line(one.line)}
              ${one.help ? html`· ${said(one.help, this.language)}` : nothing}
            </small>
          </button>
          ${one.fix && this.#own(one.fix.edit.file) ? html`<button class="fix" @click=${() => this.#apply(one.fix!)}>${said(one.fix.title, this.language)}</button>` : nothing}
        </li>`,
      )}
    </ol>`;
  }

  #trial() {
    const words = WORDS[this.language];
    return html`
      <div class="trial">
        <div class="faint">${words.testHint}</div>
        <fieldset class="pick" aria-label=${words.kind}>
          ${(["livestream", "listing"] as const).map(
            (kind) => html`<label><input type="radio" name="kind" .checked=${this.kind === kind} @change=${() => (this.kind = kind)} />${words[kind]}</label>`,
          )}
        </fieldset>
        <zhunze-editor
          .kind=${this.kind}
          .label=${words.test}
          .language=${this.language}
          .placeholder=${words.placeholder}
          .checker=${this.#compiler}
          .options=${this.#options}
          value=${WORDS.zh.sample}
          ?manual=${this.compiled.is === "loading"}
          @report=${(event: CustomEvent<Report | null>) => (this.trial = event.detail ?? undefined)}
        ></zhunze-editor>
        ${grouped(this.trial?.findings ?? [], []).map(
          ({ findings, also }) => html`<zhunze-finding
            .findings=${findings}
            .also=${also}
            .language=${this.language}
            @show=${(event: CustomEvent<Finding>) => this.#trialText?.reveal(event.detail)}
            @apply=${(event: CustomEvent<Fix[]>) => this.#trialText?.apply(event.detail)}
          ></zhunze-finding>`,
        )}
      </div>
    `;
  }

  get #trialText() {
    return this.renderRoot.querySelector("zhunze-editor");
  }

  protected override firstUpdated(): void {
    const parent = this.renderRoot.querySelector(".code")!;
    this.#view = new EditorView({ parent, root: this.renderRoot as ShadowRoot, state: this.#fresh() });
    this.#later(0);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("language") && this.#view && changed.get("language")) this.#mark();
  }

  #fresh(): EditorState {
    return EditorState.create({
      doc: this.#sources[this.file] ?? "",
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        assist(
          {
            complete: (text, at) => this.#compiler.complete(this.#now(text), at),
            hover: (text, at) => this.#compiler.hover(this.#now(text), at),
          },
          this.language,
        ),
        keymap.of([
          { key: "Shift-Alt-f", run: () => (void this.#format(), true) },
          { key: "Mod-.", run: ({ state }) => this.#mend(state.selection.main.head) },
        ]),
        keymap.of([...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": WORDS[this.language].editor, spellcheck: "false", tabindex: "0" }),
        zhunze,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          this.note = "";
          this.#sources = { ...this.#sources, [this.file]: update.state.doc.toString() };
          if (this.pack === MINE) this.#mine = this.#sources;
          this.#later();
        }),
      ],
    });
  }

  #show(file: string): void {
    this.file = file;
    this.#view?.setState(this.#fresh());
    this.#mark();
    void this.#fold();
  }

  async #open(pack: string): Promise<void> {
    try {
      this.#sources = pack === MINE ? this.#mine : { ...(await builtIn(pack)) };
    } catch (error) {
      this.compiled = { is: "broken", why: String(error) };
      return;
    }
    this.pack = pack;
    this.names = Object.keys(this.#sources).filter((name) => name.endsWith(".zz") && !name.endsWith(".test.zz"));
    this.#show(this.names[0] ?? "");
    this.#later(0);
  }

  #later(delay = 250): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compile(), delay);
  }

  async #compile(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.#again = false;
    if (this.compiled.is === "broken") this.compiled = { is: "compiling" };
    try {
      const files = await together(this.pack, this.#sources);
      const answer = await this.#compiler.compile(files, `${this.pack}/${this.file}`);
      if ("problems" in answer) this.compiled = { is: "wrong", problems: answer.problems, files };
      else if ("pack" in answer) this.compiled = { is: "built", ...answer };
      this.#mark();
      void this.#fold();
      await this.updateComplete;
      if (this.compiled.is === "built") this.#trialText?.recheck();
    } catch (error) {
      this.compiled = { is: "broken", why: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#running = false;
      if (this.#again) this.#later();
    }
  }

  /** The diagnostics of the open file, at their places. */
  #mark(): void {
    const view = this.#view;
    if (!view) return;
    const here = `${this.pack}/${this.file}`;
    const found = this.compiled.is === "wrong" ? this.compiled.problems.filter(({ file }) => file === here) : [];
    const most = view.state.doc.length;
    const lints = found.map(({ range: [from, to], level, code, message, help, fix }): Lint => {
      const text = [said(message, this.language), help ? `${WORDS[this.language].help}：${said(help, this.language)}` : ""].filter(Boolean).join("\n");
      const actions = fix && this.#own(fix.edit.file) ? [{ name: said(fix.title, this.language), apply: () => this.#apply(fix) }] : [];
      return { from: Math.min(from, most), to: Math.min(Math.max(to, from), most), severity: level, source: code, message: text, actions };
    });
    view.dispatch(setDiagnostics(view.state, lints), { annotations: Transaction.addToHistory.of(false) });
  }

  /** Whether a file belongs to the pack that is open. */
  #own(file: string): boolean {
    return file.startsWith(`${this.pack}/`);
  }

  /** The open file as the compiler calls it, with the text that stands there. */
  #now(text: string): Open {
    return { file: `${this.pack}/${this.file}`, text };
  }

  async #fold(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    const { doc } = view.state;
    const found = await this.#compiler.folds(this.#now(doc.toString())).catch(() => []);
    if (view.state.doc === doc) fold(view, found);
  }

  /** Lays the source out anew, where it reads; the cursor stays with its words. */
  async #format(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    const words = WORDS[this.language];
    const { doc } = view.state;
    const old = doc.toString();
    const text = await this.#compiler.format(this.#now(old));
    if (view.state.doc !== doc) return; // somebody typed on
    if (text === undefined) {
      this.note = words.unformatted;
      return;
    }
    let from = 0;
    while (from < Math.min(old.length, text.length) && old[from] === text[from]) from += 1;
    let [to, end] = [old.length, text.length];
    while (to > from && end > from && old[to - 1] === text[end - 1]) [to, end] = [to - 1, end - 1];
    view.dispatch({ changes: { from, to, insert: text.slice(from, end) }, userEvent: "input.format" });
    this.note = words.formatted;
  }

  /** Applies the fix of the problem at an offset. */
  #mend(at: number): boolean {
    if (this.compiled.is !== "wrong") return false;
    const here = `${this.pack}/${this.file}`;
    const found = this.compiled.problems.find(({ file, fix, range: [from, to] }) => file === here && fix && from <= at && at <= to);
    if (found?.fix) this.#apply(found.fix);
    return found !== undefined;
  }

  /** A fix is of the text that was compiled; where that has changed since, a new one comes in a moment. */
  #apply({ edit }: QuickFix): void {
    const file = edit.file.slice(this.pack.length + 1);
    if (this.compiled.is !== "wrong" || this.compiled.files[edit.file] !== this.#sources[file]) return;
    if (file !== this.file) this.#show(file);
    const [from, to] = edit.range;
    this.#view?.dispatch({ changes: { from, to, insert: edit.insert }, selection: { anchor: from + edit.insert.length }, userEvent: "input.fix", scrollIntoView: true });
    this.#view?.focus();
  }

  #go(one: Problem): void {
    const file = one.file.slice(this.pack.length + 1);
    if (!this.#own(one.file)) return;
    if (file !== this.file) this.#show(file);
    const view = this.#view;
    if (!view || one.line > view.state.doc.lines) return;
    const line = view.state.doc.line(one.line);
    const at = Math.min(line.from + one.column - 1, line.to);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    view.focus();
  }

  #download(): void {
    if (this.compiled.is !== "built") return;
    save(`${this.pack}.zzb`, "application/octet-stream", this.compiled.pack);
  }
}

customElements.define("zz-studio", StudioPage);
