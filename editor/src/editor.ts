import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { ChangeSet, Compartment, EditorState, StateEffect, StateField, Transaction, type ChangeDesc, type Extension } from "@codemirror/state";
import { Decoration, EditorView, hoverTooltip, keymap, placeholder, showTooltip, type DecorationSet, type Tooltip } from "@codemirror/view";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { editsOn, safeFixes, type CheckOptions, type Finding, type Fix, type Report, type Subject } from "zhunze";
import { FindingCard } from "./card.js";
import { checker, type Checker } from "./checker.js";
import { inReadingOrder, tone } from "./marks.js";
import { missing, needs, titled, type Need, type Schema } from "./needs.js";
import { theme } from "./theme.js";
import { DECISIONS, said, WORDS, type Language } from "./words.js";

/** The field that holds the words, where the subject's kind says no other. */
const FIELDS: Record<string, string> = { livestream: "script", listing: "description" };

const MANY = 300;

const setMarks = StateEffect.define<DecorationSet>();
const openCard = StateEffect.define<number | undefined>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setMarks)) next = effect.value;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * A text field that checks what is written in it.
 *
 * It takes part in forms like a `textarea`. Each report comes with the event `report`; facts that a person supplied come with `facts`.
 *
 * @fires input - the text changed
 * @fires change - the text changed and the field was left
 * @fires report - detail: the report on the text as it stands
 * @fires facts - detail: the subject's facts after a person supplied some
 * @fires pick - detail: the finding at the caret, or undefined
 * @fires fault - detail: what kept a text from being checked
 */
export class ZhunzeEditor extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = {
    name: { reflect: true },
    label: {},
    placeholder: {},
    language: { reflect: true },
    kind: {},
    field: {},
    path: {},
    scope: {},
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    strict: { type: Boolean },
    manual: { type: Boolean },
    bare: { type: Boolean, reflect: true },
    line: { type: Boolean, reflect: true },
    law: {},
    facts: { attribute: false },
    options: { attribute: false },
    checker: { attribute: false },
    report: { state: true },
    busy: { state: true },
    trouble: { state: true },
    asking: { state: true },
    needs: { state: true },
    spoken: { state: true },
  };

  declare name: string;
  /** What the field is called, for screen readers. */
  declare label: string;
  declare placeholder: string;
  declare language: Language;
  /** The subject's kind: livestream (the default), listing, … */
  declare kind: Subject["kind"];
  /** Which of the subject's fields the text is; `script` of a livestream, `description` of a listing. */
  declare field: string | undefined;
  /** JSON pointer of the text, where it is not a field of the subject itself. */
  declare path: string | undefined;
  /** Judge the words alone (the default), or everything. */
  declare scope: "text" | "all";
  declare required: boolean;
  declare disabled: boolean;
  /** A text that blocks makes the form invalid. */
  declare strict: boolean;
  /** It does not check by itself; the page gives it reports with {@link show}. */
  declare manual: boolean;
  /** Without the line of status and buttons below the text. */
  declare bare: boolean;
  /** One line, like an `input`. */
  declare line: boolean;
  /** Where the page of a rule is; the rule's id is added. */
  declare law: string | undefined;
  /** What else is known of the subject. */
  declare facts: Record<string, unknown>;
  declare options: CheckOptions;
  /** What checks; without it, all editors share a worker with the built-in packs. */
  declare checker: Checker | undefined;
  /** The last report. */
  declare report: Report | undefined;
  declare busy: boolean;
  declare trouble: string | undefined;
  declare asking: boolean;
  declare needs: readonly Need[];
  declare spoken: string;

  readonly #internals = this.attachInternals();
  readonly #setup = new Compartment();
  #view: EditorView | undefined;
  #kept: EditorState | undefined;
  #initial = "";
  #touched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;
  /** What was typed since the check that runs was asked for, and since the text that the report is about. */
  #flight: ChangeDesc = ChangeSet.empty(0).desc;
  #since: ChangeDesc = ChangeSet.empty(0).desc;
  #held: (() => void) | undefined;
  #findings: Finding[] = [];
  #titles = new Map<string, string>();
  #schema: Promise<Schema> | undefined;

  constructor() {
    super();
    this.name = this.label = this.placeholder = this.spoken = "";
    this.language = "zh";
    this.kind = "livestream";
    this.scope = "text";
    this.required = this.disabled = this.strict = this.manual = this.bare = this.line = this.busy = this.asking = false;
    this.facts = {};
    this.options = {};
    this.needs = [];
  }

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto auto;
        grid-template-columns: minmax(0, 1fr);
        min-height: 8rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--sheet);
        color: var(--ink);
        line-height: 1.9;
      }
      :host([line]) {
        min-height: 0;
      }
      :host([hidden]) {
        display: none;
      }
      :host([disabled]) {
        opacity: 0.6;
      }
      :host(:focus-within:not([bare])) {
        outline: 2px solid var(--focus);
        outline-offset: -1px;
      }
      .text {
        display: grid;
        min-height: 0;
        min-width: 0;
      }
      .cm-editor {
        min-height: 0;
        min-width: 0;
        height: 100%;
      }
      .cm-editor.cm-focused {
        outline: none;
      }
      .cm-editor .cm-scroller {
        font: inherit;
        line-height: inherit;
        overflow: auto;
      }
      .cm-editor .cm-content {
        padding: var(--zhunze-padding, 0.6rem 0.8rem);
        caret-color: var(--ink);
      }
      .cm-editor .cm-line {
        padding: 0;
        overflow-wrap: anywhere;
      }
      .cm-editor .cm-placeholder {
        color: var(--faint);
      }
      .mark {
        border-block-end: 2px solid var(--tone);
        border-radius: 3px 3px 1px 1px;
        background: var(--wash);
        color: inherit;
        cursor: pointer;
      }
      .mark.open {
        border-block-end-style: dotted;
      }
      .mark.here {
        box-shadow: 0 0 0 1px var(--tone);
      }
      .cm-editor .cm-tooltip {
        z-index: 20;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--paper);
        color: var(--ink);
        box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
      }
      .zhunze-card {
        width: max-content;
        max-width: min(27rem, calc(100vw - 1.5rem));
        max-height: min(24rem, 60vh);
        overflow: auto;
        font-size: 0.9375rem;
        line-height: 1.65;
      }
      .zhunze-card zhunze-finding + zhunze-finding {
        border-block-start: 1px solid var(--line);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.8rem;
        align-items: center;
        padding: 0.4rem 0.8rem;
        border-block-start: 1px solid var(--line);
        font-size: 0.875rem;
      }
      .foot .push {
        margin-inline-end: auto;
      }
      .faint {
        color: var(--faint);
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
      .asking {
        padding: 0.6rem 0.8rem 0.9rem;
        border-block-start: 1px solid var(--line);
        line-height: 1.6;
      }
      .asking p {
        margin: 0 0 0.5rem;
        color: var(--faint);
        font-size: 0.875rem;
      }
      .unseen {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      @media (forced-colors: active) {
        .mark {
          background: Mark;
          color: MarkText;
        }
      }
    `,
  ];

  override render() {
    return html`
      <div class="text" part="text"></div>
      ${this.bare ? nothing : this.#foot()}
      ${this.asking && this.needs.length
        ? html`<div class="asking" part="facts" role="group" aria-label=${WORDS[this.language].facts}>
            <p>${WORDS[this.language].facts}</p>
            <zhunze-facts .needs=${this.needs} .facts=${this.facts} .language=${this.language} @facts=${this.#supplied}></zhunze-facts>
          </div>`
        : nothing}
      <div class="unseen" role="status">${this.spoken}</div>
    `;
  }

  #foot() {
    const { language, report } = this;
    const words = WORDS[language];
    const places = this.#findings.length;
    const safe = report ? safeFixes(report).length : 0;
    return html`
      <div class="foot" part="status">
        ${this.trouble !== undefined
          ? html`<span class="block push" role="alert">${words.failed}：${this.trouble}</span>`
          : !report
            ? html`<span class="faint push">${this.busy ? words.checking : nothing}</span>`
            : html`
                <strong class=${report.decision}>${said(DECISIONS[report.decision], language)}</strong>
                <span class="faint push">${places ? html`${words.findings(places)} · ${words.keys}` : nothing}</span>
              `}
        ${this.needs.length
          ? html`<button aria-expanded=${this.asking} @click=${() => (this.asking = !this.asking)}>${words.needs(this.needs.length)}</button>`
          : nothing}
        ${safe && !this.disabled ? html`<button @click=${this.applySafe}>${words.applySafe(safe)}</button>` : nothing}
      </div>
    `;
  }

  // The form's side.

  /** The text. */
  get value(): string {
    return this.#view?.state.doc.toString() ?? this.#kept?.doc.toString() ?? this.#initial;
  }

  set value(text: string) {
    if (!this.#view) {
      this.#initial = text;
      this.#kept = undefined;
    } else if (text !== this.value) {
      this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text }, annotations: Transaction.userEvent.of("set") });
    }
    this.#tell();
  }

  /** How long the text is, without making a string of it. */
  get length(): number {
    return this.#view?.state.doc.length ?? this.#initial.length;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  checkValidity(): boolean {
    this.#tell();
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    this.#tell();
    return this.#internals.reportValidity();
  }

  formResetCallback(): void {
    this.value = this.getAttribute("value") ?? "";
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  #tell(): void {
    const text = this.value;
    this.#internals.setFormValue(text);
    const anchor = this.#view?.contentDOM;
    const words = WORDS[this.language];
    if (this.required && !text.trim()) this.#internals.setValidity({ valueMissing: true }, words.required, anchor);
    else if (this.strict && this.report?.decision === "block") this.#internals.setValidity({ customError: true }, words.blocked, anchor);
    else this.#internals.setValidity({});
  }

  // Life.

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) this.#initial ||= this.getAttribute("value") ?? "";
    else this.#mount();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#kept = this.#view?.state;
    this.#view?.destroy();
    this.#view = undefined;
  }

  protected override firstUpdated(): void {
    this.#mount();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const looks = ["label", "placeholder", "language", "disabled", "required", "line"] as const;
    if (this.#view && looks.some((key) => changed.has(key))) this.#view.dispatch({ effects: this.#setup.reconfigure(this.#looks()) });
    const asks = ["facts", "options", "kind", "field", "scope", "checker"] as const;
    if (asks.some((key) => changed.has(key) && changed.get(key) !== undefined)) this.recheck();
    if (changed.has("report") || changed.has("language") || changed.has("required") || changed.has("strict")) this.#tell();
  }

  #mount(): void {
    const parent = this.renderRoot.querySelector(".text");
    if (!parent || this.#view) return;
    const state = this.#kept ?? EditorState.create({ doc: this.#initial, extensions: this.#extensions() });
    this.#view = new EditorView({ state, parent, root: this.renderRoot as ShadowRoot });
    this.#since = this.#flight = ChangeSet.empty(state.doc.length).desc;
    this.#tell();
    this.recheck();
  }

  #looks(): Extension {
    return [
      EditorView.contentAttributes.of({
        "aria-label": this.label,
        "aria-multiline": String(!this.line),
        "aria-required": String(this.required),
        spellcheck: "false",
        tabindex: "0",
        lang: "zh-Hans",
      }),
      placeholder(this.placeholder),
      EditorState.readOnly.of(this.disabled),
      EditorView.editable.of(!this.disabled),
    ];
  }

  #extensions(): Extension {
    return [
      history(),
      keymap.of([
        { key: "F8", run: () => this.step(1) },
        { key: "Shift-F8", run: () => this.step(-1) },
        { key: "Mod-.", run: (view) => this.#openAt(view.state.selection.main.head, true) },
        { key: "Escape", run: (view) => this.#close(view) },
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      EditorView.lineWrapping,
      this.#setup.of(this.#looks()),
      EditorState.transactionFilter.of((transaction) => (this.line && transaction.newDoc.lines > 1 ? [] : transaction)),
      EditorState.lineSeparator.of("\n"),
      marks,
      hoverTooltip((_, at) => this.#tooltip(at), { hoverTime: 250, hideOnChange: true }),
      this.#cards(),
      EditorView.domEventHandlers({
        click: (event, view) => {
          const at = view.posAtCoords(event);
          if (at !== null && matchMedia("(pointer: coarse)").matches) this.#openAt(at, false);
        },
        compositionend: () => {
          setTimeout(() => this.#release());
        },
        blur: () => {
          if (this.#touched) this.dispatchEvent(new Event("change", { bubbles: true }));
          this.#touched = false;
        },
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          this.#since = this.#since.composeDesc(update.changes.desc);
          this.#flight = this.#flight.composeDesc(update.changes.desc);
          this.#touched = true;
          this.#later();
          if (!update.transactions.every((one) => one.isUserEvent("set"))) {
            this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
          }
        }
        if (update.selectionSet || update.docChanged) {
          const { empty, head } = update.state.selection.main;
          const [first] = empty ? this.#covering(head) : [];
          this.dispatchEvent(new CustomEvent<Finding | undefined>("pick", first ? { detail: first } : {}));
        }
      }),
    ];
  }

  // Checking.

  /** Checks again soon, as after a change. */
  recheck(): void {
    if (!this.manual) this.#later(0);
  }

  #later(delay = this.length > 50_000 ? 350 : 120): void {
    if (this.manual) {
      this.#tell();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), delay);
  }

  async #check(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#tell();
    this.#running = true;
    this.#again = false;
    this.#held = undefined; // what waits is about an older text
    const text = view.state.doc.toString();
    this.#flight = ChangeSet.empty(text.length).desc;
    try {
      let report: Report | undefined;
      if (text.trim()) {
        this.busy = true;
        const subject = { ...this.facts, kind: this.kind, [this.#field]: text } as unknown as Subject;
        const options: CheckOptions = { scope: this.scope, ...this.options };
        report = await (this.checker ?? (await checker())).check(subject, options);
      }
      const take = () => void this.#take(report, this.#flight);
      if (this.#view?.composing) this.#held = take;
      else take();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      void this.#take(undefined, this.#flight);
      this.dispatchEvent(new CustomEvent("fault", { detail: error }));
    } finally {
      this.#running = false;
      if (this.#again) this.#later();
      else this.busy = false;
    }
  }

  /** What had to wait for the end of a composition. */
  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    held?.();
  }

  async #take(report: Report | undefined, typed: ChangeDesc): Promise<void> {
    if (!this.#view) return;
    if (report) this.trouble = undefined;
    this.#since = typed;
    this.#put(report ? inReadingOrder(report.findings, this.#pointer) : [], typed);
    const sorted = report && { ...report, findings: this.#findings };
    // Of a long report, the marks and what the page does with it are two tasks, between which keys are read.
    if (this.#findings.length > MANY) await new Promise((next) => setTimeout(next));
    this.report = sorted;
    this.#tell();
    void this.#need(sorted);
    this.dispatchEvent(new CustomEvent("report", { detail: sorted }));
  }

  /** Shows a report that the page had made. Marks stand only where the text still reads as it did. */
  show(report: Report | undefined): void {
    const view = this.#view;
    if (!view) {
      void this.updateComplete.then(() => this.#view && this.show(report));
      return;
    }
    const { doc } = view.state;
    const fits = (finding: Finding) =>
      finding.spans.some(({ path, utf16: [from, to], text }) => path === this.#pointer && to <= doc.length && doc.sliceString(from, to) === text);
    this.#since = ChangeSet.empty(doc.length).desc;
    this.#put(inReadingOrder(report?.findings.filter(fits) ?? [], this.#pointer), this.#since);
    this.report = report && { ...report, findings: this.#findings };
  }

  #put(findings: Finding[], typed: ChangeDesc): void {
    this.#findings = findings;
    const ranges = findings.flatMap((finding, index) =>
      finding.spans.flatMap(({ path, utf16: [start, end] }) => {
        if (path !== this.#pointer || end > typed.length) return [];
        const [from, to] = [typed.mapPos(start, 1), typed.mapPos(end, -1)];
        return from < to ? Decoration.mark({ tagName: "mark", class: `mark ${tone(finding)}`, index }).range(from, to) : [];
      }),
    );
    this.#view?.dispatch({ effects: setMarks.of(Decoration.set(ranges, true)) });
  }

  async #need(report: Report | undefined): Promise<void> {
    const paths = report && !this.manual && !this.bare ? missing(report) : [];
    if (!paths.length) {
      if (!this.asking) this.needs = [];
      return;
    }
    const schema = await (this.#schema ??= import("zhunze/schema.json").then((module) => module.default as unknown as Schema));
    const found = needs(paths, this.kind, schema);
    for (const path of paths) {
      const title = titled(path, this.kind, schema);
      if (title) this.#titles.set(path, title);
    }
    // While somebody fills them in, the questions already asked stay.
    const asked = this.asking ? this.needs : [];
    const known = new Set(asked.map(({ path }) => path));
    this.needs = [...asked, ...found.filter(({ path }) => !known.has(path))];
  }

  #supplied(event: CustomEvent<Record<string, unknown>>): void {
    this.facts = event.detail;
    this.dispatchEvent(new CustomEvent("facts", { detail: event.detail }));
  }

  get #field(): string {
    return this.field ?? FIELDS[this.kind] ?? "description";
  }

  get #pointer(): string {
    return this.path ?? `/${this.#field}`;
  }

  // Marks, cards and fixes.

  #covering(at: number): Finding[] {
    const found: Finding[] = [];
    this.#view?.state.field(marks).between(at, at, (from, to, { spec }) => {
      const finding = this.#findings[(spec as { index: number }).index];
      if (finding && from <= at && at <= to && !found.includes(finding)) found.push(finding);
    });
    return found;
  }

  #tooltip(at: number, focus = false): Tooltip | null {
    const findings = this.#covering(at);
    if (!findings.length) return null;
    let [pos, end] = [at, at];
    this.#view?.state.field(marks).between(at, at, (from, to) => {
      [pos, end] = [Math.min(pos, from), Math.max(end, to)];
    });
    return {
      pos,
      end,
      above: false,
      create: (view) => {
        const dom = document.createElement("div");
        dom.className = "zhunze-card";
        dom.role = "dialog";
        dom.ariaLabel = findings.map(({ name }) => name).join("、");
        for (const finding of findings) dom.append(this.#card(finding, view));
        dom.addEventListener("keydown", (event) => {
          if (event.key !== "Escape") return;
          this.#close(view);
          view.focus();
        });
        return {
          dom,
          mount: () => {
            const [card] = dom.children;
            if (focus && card instanceof FindingCard) {
              void card.updateComplete.then(() => {
                const target = card.renderRoot.querySelector<HTMLElement>("button, a") ?? dom;
                dom.tabIndex = -1;
                target.focus({ preventScroll: true });
              });
            }
          },
        };
      },
    };
  }

  #card(finding: Finding, view: EditorView): FindingCard {
    const card = document.createElement("zhunze-finding") as FindingCard;
    Object.assign(card, { findings: [finding], language: this.language, titles: this.#titles, law: this.law, quoteless: true });
    card.addEventListener("apply", (event) => {
      this.apply((event as CustomEvent<Fix[]>).detail);
      this.#close(view);
    });
    return card;
  }

  /** The card that a key or a tap opened; it goes when the text changes or the caret leaves. */
  #cards(): Extension {
    return StateField.define<Tooltip | null>({
      create: () => null,
      update: (shown, transaction) => {
        for (const effect of transaction.effects) {
          if (effect.is(openCard)) return effect.value === undefined ? null : this.#tooltip(effect.value, true);
        }
        return transaction.docChanged || transaction.selection ? null : shown;
      },
      provide: (field) => showTooltip.from(field),
    });
  }

  #openAt(at: number, move: boolean): boolean {
    const view = this.#view;
    if (!view || !this.#covering(at).length) return false;
    if (move) view.dispatch({ effects: [openCard.of(at), EditorView.scrollIntoView(at)] });
    else setTimeout(() => view.dispatch({ effects: openCard.of(at) }));
    return true;
  }

  #close(view: EditorView): boolean {
    view.dispatch({ effects: openCard.of(undefined) });
    return false;
  }

  /** Goes to the next place that is marked, or the one before, round the text. */
  step(way: 1 | -1): boolean {
    const view = this.#view;
    if (!view) return false;
    const places: [from: number, to: number, index: number][] = [];
    view.state.field(marks).between(0, view.state.doc.length, (from, to, { spec }) => {
      places.push([from, to, (spec as { index: number }).index]);
    });
    if (!places.length) return true;
    const { from, to } = view.state.selection.main;
    const after = places.find((place) => place[0] > from || (place[0] === from && place[1] !== to && from === to));
    const before = places.filter((place) => place[0] < from).at(-1);
    const [start, end, index] = (way > 0 ? (after ?? places[0]) : (before ?? places.at(-1))) as (typeof places)[number];
    view.dispatch({ selection: { anchor: start, head: end }, effects: EditorView.scrollIntoView(start, { y: "center" }) });
    const finding = this.#findings[index];
    if (finding) {
      this.spoken = WORDS[this.language].at(view.state.sliceDoc(start, end), said(finding.message, this.language));
      this.dispatchEvent(new CustomEvent("pick", { detail: finding }));
    }
    return true;
  }

  /** Brings a finding's words into sight and selects them. */
  reveal(finding: Finding): void {
    const view = this.#view;
    const index = this.#findings.indexOf(finding);
    if (!view || index < 0) return;
    let place: [number, number] | undefined;
    view.state.field(marks).between(0, view.state.doc.length, (from, to, { spec }) => {
      if ((spec as { index: number }).index === index) place ??= [from, to];
    });
    if (!place) return;
    view.dispatch({ selection: { anchor: place[0], head: place[1] }, effects: EditorView.scrollIntoView(place[0], { y: "center" }) });
    view.focus();
  }

  /** Makes fixes in the text as one step that undo takes back. What was typed since the report stays; a fix in such a place is left out. */
  apply(fixes: readonly Fix[]): number {
    const view = this.#view;
    if (!view || this.disabled) return 0;
    const since = this.#since;
    const changes = editsOn(fixes, this.#pointer).flatMap(({ utf16: [start, end], insert }) => {
      if (end > since.length || since.touchesRange(start, end) !== false) return [];
      return { from: since.mapPos(start, 1), to: since.mapPos(end, -1), insert };
    });
    if (!changes.length) return 0;
    view.dispatch({ changes, annotations: isolateHistory.of("full"), userEvent: "input.fix", scrollIntoView: true });
    view.focus();
    this.spoken = WORDS[this.language].applied;
    return changes.length;
  }

  /** Makes every safe fix. */
  applySafe(): void {
    if (this.report) this.apply(safeFixes(this.report));
  }

  /** Puts text where the caret is, in place of what is selected. */
  insert(text: string): void {
    this.#view?.dispatch(this.#view.state.replaceSelection(text));
  }

  override focus(options?: FocusOptions): void {
    if (this.#view) this.#view.focus();
    else super.focus(options);
  }
}
