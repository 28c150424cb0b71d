// What a page that shows findings in its own way may want of the component.
export { cited, numeral, onOtherLaw } from "./cite.js";
export { inReadingOrder, tone, type Tone } from "./marks.js";
export { missing, need, needs, state, stated, titled, type Need, type Schema } from "./needs.js";
export { theme } from "./theme.js";
export { DECISIONS, said, SEVERITIES, STATUSES, type Language } from "./words.js";
