import type { Language } from "zhunze-editor/parts";

/** The language that was chosen last; Chinese to begin with. */
export function remembered(): Language {
  try {
    return localStorage.getItem("language") === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

export function remember(language: Language): void {
  try {
    localStorage.setItem("language", language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
