// What the compiler knows, where the cursor is: completion, explanations, folds.
import { autocompletion, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { codeFolding, foldGutter, foldKeymap, foldService } from "@codemirror/language";
import { EditorState, StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { Explanation, Suggestion } from "zhunze/compiler";
import type { Language } from "zhunze-editor/parts";

/** What is asked of the compiler; offsets are UTF-16 units of the text as it stands. */
export interface Asked {
  complete(text: string, at: number): Promise<Suggestion[]>;
  hover(text: string, at: number): Promise<Explanation | undefined>;
}

/** The icon of a suggestion. */
const ICONS: Record<string, string> = { keyword: "keyword", rule: "function", field: "property", member: "enum", type: "class", instrument: "namespace", pack: "namespace" };
const WORD = /[\p{L}\p{N}_〇-]+/u;

function suggestions(asked: Asked): CompletionSource {
  return async (context) => {
    const word = context.matchBefore(WORD);
    const opens = context.matchBefore(/[<.]/);
    if (!word && !opens && !context.explicit) return null;
    const found = await asked.complete(context.state.doc.toString(), context.pos);
    if (context.aborted || found.length === 0) return null;
    const options = found.map(({ text, kind, detail }) => ({ label: text, detail, type: ICONS[kind] ?? "variable", boost: kind === "keyword" ? 0 : 1 }));
    return { from: word?.from ?? context.pos, options, validFor: /^[\p{L}\p{N}_〇-]*$/u };
  };
}

/** The Markdown that the compiler writes: paragraphs, lists, strong words, code. */
export function written(markdown: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "told";
  let list: HTMLElement | undefined;
  for (const block of markdown.split("\n\n")) {
    const item = block.startsWith("- ");
    const element = document.createElement(item ? "li" : "p");
    for (const part of block.slice(item ? 2 : 0).split(/(\*\*[^*]+\*\*|`[^`]+`)/)) {
      const [, strong, code] = /^(?:\*\*(.+)\*\*|`(.+)`)$/s.exec(part) ?? [];
      if (strong ?? code) element.append(Object.assign(document.createElement(strong ? "strong" : "code"), { textContent: strong ?? code }));
      else if (part) element.append(part);
    }
    if (item) {
      if (!list) dom.append((list = document.createElement("ul")));
      list.append(element);
    } else {
      list = undefined;
      dom.append(element);
    }
  }
  return dom;
}

function tooltip({ range: [from, to], text }: Explanation, state: EditorState): Tooltip {
  const most = state.doc.length;
  return { pos: Math.min(from, most), end: Math.min(to, most), above: true, create: () => ({ dom: written(text) }) };
}

const told = StateEffect.define<Tooltip | null>();

/** The explanation that was asked for by key; it goes when the cursor moves. */
const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(told)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

function explain(view: EditorView, asked: Asked): boolean {
  const { state } = view;
  const at = state.selection.main.head;
  void asked.hover(state.doc.toString(), at).then((found) => {
    if (!found || view.state.doc !== state.doc || view.state.selection.main.head !== at) return;
    const plain = written(found.text).innerText || (written(found.text).textContent ?? "");
    view.dispatch({ effects: [told.of(tooltip(found, view.state)), EditorView.announce.of(plain)] });
  });
  return true;
}

const folding = StateEffect.define<[number, number][]>();

const folds = StateField.define<readonly [number, number][]>({
  create: () => [],
  update(value, { effects, docChanged, changes }) {
    for (const effect of effects) if (effect.is(folding)) return effect.value;
    return docChanged ? value.map(([from, to]) => [changes.mapPos(from), changes.mapPos(to)]) : value;
  },
});

/** Takes what may be folded. */
export function fold(view: EditorView, found: [number, number][]): void {
  view.dispatch({ effects: folding.of(found.filter(([, to]) => to <= view.state.doc.length)) });
}

/** From the end of the line on which an item begins to its end. */
const foldable = foldService.of((state, from, to) => {
  const found = state.field(folds, false)?.find(([start]) => from <= start && start <= to);
  if (!found) return null;
  const end = found[1] - (/\s*$/.exec(state.sliceDoc(found[0], found[1]))?.[0].length ?? 0);
  return end > to ? { from: to, to: end } : null;
});

export function assist(asked: Asked, language: Language): Extension {
  return [
    autocompletion({ override: [suggestions(asked)] }),
    hoverTooltip(async (view, at) => {
      const found = await asked.hover(view.state.doc.toString(), at);
      return found ? tooltip(found, view.state) : null;
    }),
    shown,
    folds,
    foldable,
    EditorState.phrases.of(language === "zh" ? { "Fold line": "折叠", "Unfold line": "展开", "Folded lines": "已折叠", "Unfolded lines": "已展开", "folded code": "已折叠的内容", to: "到" } : {}),
    codeFolding(),
    foldGutter({ foldingChanged: ({ startState, state }) => startState.field(folds) !== state.field(folds) }),
    keymap.of([
      { key: "Mod-i", run: (view) => explain(view, asked), preventDefault: true },
      {
        key: "Escape",
        run: (view) => {
          if (!view.state.field(shown)) return false;
          view.dispatch({ effects: told.of(null) });
          return true;
        },
      },
      ...completionKeymap,
      ...foldKeymap,
    ]),
  ];
}
