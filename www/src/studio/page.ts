import "../trust.js";
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Lint } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { css, html, nothing, type PropertyValues } from "lit";
import type { Finding, Fix, PackInfo, Report } from "zhunze";
import type { Diagnostic } from "zhunze/compiler";
import "zhunze-editor";
import { said } from "zhunze-editor/parts";
import { Page, save } from "../base.js";
import { today } from "../engine.js";
import { grouped } from "../script/groups.js";
import { Compiler } from "./compiler.js";
import { completions, zhunze } from "./language.js";
import { BUILT_IN, builtIn, EXAMPLE, together, type Sources } from "./sources.js";

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
    keys: "Ctrl+空格补全，F8 下一处问题，Esc 后 Tab 离开编辑器",
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
    keys: "Ctrl+Space completes, F8 goes to the next problem, Esc then Tab leaves the editor",
  },
};

type Built = { is: "built"; pack: Uint8Array; packs: PackInfo[]; took: number };
type State = { is: "loading" | "compiling" } | { is: "broken"; why: string } | { is: "wrong"; diagnostics: Diagnostic[] } | Built;

/** For who writes rules: source, what is wrong with it while it is typed, and a text to try it on. */
export class StudioPage extends Page {
  static override properties = { ...Page.properties, pack: { state: true }, file: { state: true }, names: { state: true }, compiled: { state: true }, kind: { state: true }, trial: { state: true } };

  declare pack: string;
  declare file: string;
  declare names: readonly string[];
  declare compiled: State;
  declare kind: "livestream" | "listing";
  declare trial: Report | undefined;
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
            <button class="quiet" @click=${() => save(this.file, "text/plain;charset=utf-8", this.#sources[this.file] ?? "")}>${words.saveFile}</button>
            <button ?disabled=${this.compiled.is !== "built"} @click=${this.#download}>${words.download}</button>
          </div>
          <div class="code"></div>
          <div class="foot">${words.keys}</div>
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
              ? words.problems(compiled.diagnostics.length)
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
      ${compiled.diagnostics.slice(0, 200).map(
        (one) => html`<li>
          <button @click=${() => this.#go(one)}>
            <span class=${one.level === "error" ? "block" : "review"}>${one.code}</span>
            ${said(one.message, this.language)}
            <small>
              ${one.file.startsWith(`${this.pack}/`) ? one.file.slice(this.pack.length + 1) : words.elsewhere(one.file)} ${words.line(one.line)}
              ${one.help ? html`· ${said(one.help, this.language)}` : nothing}
            </small>
          </button>
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
        autocompletion({ override: [completions(() => Object.values(this.#sources))] }),
        keymap.of([...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": WORDS[this.language].editor, spellcheck: "false", tabindex: "0" }),
        zhunze,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
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
      const answer = await this.#compiler.compile(await together(this.pack, this.#sources));
      if ("diagnostics" in answer) this.compiled = { is: "wrong", diagnostics: answer.diagnostics };
      else if ("pack" in answer) this.compiled = { is: "built", ...answer };
      this.#mark();
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
    const bytes = new TextEncoder().encode(view.state.doc.toString());
    const offset = (at: number) => new TextDecoder().decode(bytes.subarray(0, at)).length;
    const found = this.compiled.is === "wrong" ? this.compiled.diagnostics.filter(({ file }) => file === here) : [];
    const lints = found.map(({ utf8: [from, to], level, code, message, help }): Lint => {
      const text = [said(message, this.language), help ? `${WORDS[this.language].help}：${said(help, this.language)}` : ""].filter(Boolean).join("\n");
      const start = Math.min(offset(from), view.state.doc.length);
      return { from: start, to: Math.min(Math.max(offset(to), start), view.state.doc.length), severity: level, source: code, message: text };
    });
    view.dispatch(setDiagnostics(view.state, lints), { annotations: Transaction.addToHistory.of(false) });
  }

  #go(one: Diagnostic): void {
    const file = one.file.slice(this.pack.length + 1);
    if (!one.file.startsWith(`${this.pack}/`)) return;
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
