import { css } from "lit";

/** Every colour can be set from outside, as `--zhunze-breach: …`; without it, it follows light and dark. */
export const theme = css`
  :host {
    --ink: var(--zhunze-ink, light-dark(#1f2328, #e3e4e1));
    --faint: var(--zhunze-faint, light-dark(#5d636b, #a3a9ae));
    --line: var(--zhunze-line, light-dark(#dfddd5, #373d40));
    --sheet: var(--zhunze-sheet, light-dark(#fffefb, #1d2022));
    --paper: var(--zhunze-paper, light-dark(#f6f5f1, #16181a));
    --link: var(--zhunze-link, light-dark(#1c5d7a, #7fbcd6));
    --focus: var(--zhunze-focus, light-dark(#1c5d7a, #7fbcd6));
    --breach: var(--zhunze-breach, light-dark(#b02a1c, #ff8b78));
    --breach-wash: var(--zhunze-breach-wash, light-dark(#fbe3dd, #4b211b));
    --doubt: var(--zhunze-doubt, light-dark(#855600, #e2b04c));
    --doubt-wash: var(--zhunze-doubt-wash, light-dark(#f8ecce, #40310f));
    --open: var(--zhunze-open, light-dark(#35598a, #93b6ea));
    --open-wash: var(--zhunze-open-wash, light-dark(#e4ecf8, #1d2d45));
    --fine: var(--zhunze-fine, light-dark(#2c6e49, #7ccb9b));
    color-scheme: var(--zhunze-scheme, inherit);
  }
  *:not(.cm-editor *) {
    box-sizing: border-box;
  }
  .breach {
    --tone: var(--breach);
    --wash: var(--breach-wash);
  }
  .doubt {
    --tone: var(--doubt);
    --wash: var(--doubt-wash);
  }
  .open {
    --tone: var(--open);
    --wash: var(--open-wash);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    min-height: 2rem;
    padding: 0 0.75rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sheet);
    font-size: 0.875rem;
    cursor: pointer;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  :is(button, input, select, textarea, a):focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  input:not([type="radio"], [type="checkbox"]),
  select {
    min-height: 2rem;
    padding: 0 0.5rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sheet);
    max-width: 100%;
  }
  @media (hover: hover) {
    button:enabled:hover {
      border-color: var(--ink);
    }
  }
  @media (pointer: coarse) {
    button,
    select,
    input:not([type="radio"], [type="checkbox"]) {
      min-height: 2.75rem;
    }
  }
`;
