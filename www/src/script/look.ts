import { css } from "lit";

/** A page of words on one side and findings on the other: how the script page and the live page look. */
export const look = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    min-height: 0;
  }
  .writing {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    min-height: 46dvh;
    background: var(--sheet);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.5rem;
    align-items: center;
    padding: 0.5rem 1.1rem;
  }
  .bar .push {
    margin-inline-end: auto;
  }
  .bar.foot {
    border-block-start: 1px solid var(--line);
  }
  zhunze-editor {
    border: 0;
    border-radius: 0;
    min-height: 12rem;
    font-size: 1.0625rem;
    line-height: 2;
    --zhunze-padding: 0.5rem 1.25rem 3rem;
  }
  .results {
    border-block-start: 1px solid var(--line);
  }
  .summary {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.8rem;
    align-items: center;
    min-height: 3.2rem;
    padding: 0.5rem 1.1rem;
    border-block-end: 1px solid var(--line);
    background: var(--paper);
  }
  .summary strong {
    font-size: 1.0625rem;
  }
  .summary .push {
    flex: 1;
  }
  .working {
    position: sticky;
    top: 0;
    z-index: 3;
    height: 3px;
    margin-block-end: -3px;
    background: linear-gradient(90deg, transparent, var(--seal), transparent) 0 / 40% 100% no-repeat;
    animation: pass 1.2s linear infinite;
  }
  @keyframes pass {
    from {
      background-position: -70% 0;
    }
    to {
      background-position: 170% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .working {
      background: var(--seal);
      animation: none;
    }
  }
  details.goods,
  details.more {
    padding: 0.55rem 1.1rem;
    border-block-end: 1px solid var(--line);
  }
  details.goods zz-goods {
    display: block;
    margin-top: 0.6rem;
  }
  details.more {
    border-block-end: 0;
    border-block-start: 1px solid var(--line);
    font-size: 0.875rem;
  }
  details.more summary {
    color: var(--faint);
  }
  details ul {
    margin: 0.3rem 0 0;
    padding-inline-start: 1.2em;
    overflow-wrap: anywhere;
  }
  h2 {
    margin: 0;
    padding: 0.8rem 1.1rem 0.15rem;
    color: var(--faint);
    font-size: 0.8125rem;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol > li + li {
    border-block-start: 1px solid var(--line);
  }
  .empty {
    max-width: 34em;
    padding: 1.2rem 1.25rem;
  }
  .empty ul {
    margin: 0.7rem 0 0;
    padding-inline-start: 1.2em;
    color: var(--faint);
  }
  .note {
    margin: 0;
    padding: 0.9rem 1.1rem 1.4rem;
  }
  .wrong {
    margin: 0;
    padding: 0.9rem 1.1rem;
    overflow-wrap: anywhere;
  }
  .look {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
    font-size: 0.875rem;
  }
  .look button {
    min-height: 1.8rem;
    font-size: 0.8125rem;
  }
  .look > .quiet:only-child {
    margin-inline-start: -0.8rem;
  }
  .look input {
    flex: 1 1 12em;
    width: auto;
  }
  .look .push {
    margin-inline-end: auto;
  }
  .drop {
    position: fixed;
    inset: 0.75rem;
    z-index: 10;
    display: grid;
    place-items: center;
    border: 2px dashed var(--focus);
    border-radius: 12px;
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    font-size: 1.25rem;
    pointer-events: none;
  }
  .menu {
    position: relative;
  }
  .menu > summary {
    display: inline-flex;
    align-items: center;
    min-height: 2.1rem;
    padding: 0 0.8rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sheet);
    font-size: 0.9rem;
    list-style: none;
  }
  .menu > div {
    position: absolute;
    inset-inline-end: 0;
    z-index: 5;
    display: grid;
    min-width: 9rem;
    margin-top: 0.25rem;
    padding: 0.3rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--sheet);
    box-shadow: 0 6px 24px rgb(0 0 0 / 16%);
  }
  .menu > div button {
    justify-content: start;
    border-color: transparent;
  }
  @media (pointer: coarse) {
    .menu > summary {
      min-height: 2.75rem;
    }
    .look button {
      min-height: 2.5rem;
    }
  }
  @media (min-width: 60rem) {
    :host {
      height: 100dvh;
    }
    main {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(25rem, 31rem);
    }
    .writing,
    .results {
      min-height: 0;
    }
    .results {
      overflow: auto;
      border-block-start: 0;
      border-inline-start: 1px solid var(--line);
    }
    zhunze-editor {
      --zhunze-padding: 0.5rem max(1.25rem, calc((100% - 46em) / 2)) 40vh;
    }
  }
  @media (min-width: 100rem) {
    main {
      grid-template-columns: minmax(0, 1fr) minmax(34rem, 40rem);
    }
  }
  @media (max-width: 45rem) {
    .bar {
      gap: 0.2rem;
      padding: 0.35rem 0.9rem;
    }
    .bar button.quiet {
      padding: 0 0.5rem;
    }
    .bar .sample:not(.alone) {
      display: none;
    }
    zhunze-editor {
      --zhunze-padding: 0.5rem 0.9rem 2rem;
    }
  }
`;
