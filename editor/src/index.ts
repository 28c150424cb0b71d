import { ZhunzeEditor } from "./editor.js";
import { FactsForm } from "./facts.js";
import { FindingCard } from "./finding.js";

for (const [name, element] of [["zhunze-facts", FactsForm], ["zhunze-editor", ZhunzeEditor]] as const) {
  if (!customElements.get(name)) customElements.define(name, element);
}

export { use, type Checker } from "./checker.js";
export { FactsForm, FindingCard, ZhunzeEditor };

declare global {
  interface HTMLElementTagNameMap {
    "zhunze-editor": ZhunzeEditor;
    "zhunze-facts": FactsForm;
  }
}
