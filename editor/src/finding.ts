// The card alone, for pages that show findings without a field: it brings no editor.
import { FindingCard } from "./card.js";

if (!customElements.get("zhunze-finding")) customElements.define("zhunze-finding", FindingCard);

export { FindingCard };

declare global {
  interface HTMLElementTagNameMap {
    "zhunze-finding": FindingCard;
  }
}
