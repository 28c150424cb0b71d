import { html } from "lit";
import { CATEGORIES, MEMBERS } from "./members.js";
import type { Language } from "./words.js";

/** The tree of categories as options. */
export function categories(language: Language, chosen: unknown) {
  return CATEGORIES.map(
    ([id, zh, en, depth]) => html`<option value=${id} ?selected=${chosen === id}>${"\u3000".repeat(depth)}${language === "en" ? en : zh}</option>`,
  );
}

/** What a member of an enum is called. */
export function member(of: string, id: string, language: Language): string {
  return MEMBERS[of]?.[id]?.[language === "en" ? 1 : 0] ?? id;
}

export { CATEGORIES, MEMBERS };
