import { css } from "lit";

/** What the live page looks like besides what it shares with the script page. */
export const own = css`
  .writing {
    grid-template-rows: auto minmax(0, 1fr) auto auto;
    height: 62dvh;
  }
  .speed {
    display: flex;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sheet);
  }
  .speed span {
    display: grid;
    place-items: center;
    min-width: 2.6rem;
    min-height: 2rem;
    border-radius: 5px;
    color: var(--faint);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .speed input {
    position: absolute;
    opacity: 0;
  }
  .speed input:checked + span {
    color: var(--ink);
    font-weight: 600;
    box-shadow: inset 0 -2px 0 var(--seal);
  }
  .speed input:focus-visible + span {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .play {
    min-width: 4.2rem;
  }
  .lines {
    position: relative;
    overflow: auto;
    padding: 0.5rem 1.25rem 3rem;
  }
  .lines > * {
    max-width: 46em;
    margin-inline: auto;
  }
  .lines ol > li {
    display: grid;
    grid-template-columns: 3.4rem minmax(0, 1fr);
    border: 0;
    border-radius: 4px;
    font-size: 1.0625rem;
    line-height: 2;
  }
  .lines li[data-picked] {
    background: color-mix(in srgb, var(--focus) 10%, transparent);
  }
  .when {
    color: var(--faint);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    line-height: 2.6;
  }
  .who {
    margin-inline-end: 0.6em;
    color: var(--faint);
    font-size: 0.875rem;
  }
  .words {
    overflow-wrap: anywhere;
  }
  mark {
    --tone: var(--doubt);
    --wash: var(--doubt-wash);
    padding-block: 0.1em;
    border-block-end: 2px solid var(--tone);
    border-radius: 3px 3px 0 0;
    background: var(--wash);
    color: inherit;
  }
  mark.breach {
    --tone: var(--breach);
    --wash: var(--breach-wash);
  }
  mark.open {
    --tone: var(--open);
    --wash: var(--open-wash);
  }
  mark.provisional {
    border-block-end-style: dashed;
    background: color-mix(in srgb, var(--wash) 45%, transparent);
  }
  .keys {
    display: flex;
    gap: 0.8rem;
    justify-content: end;
    margin-block: 0;
    font-size: 0.75rem;
  }
  .bar.say {
    flex-wrap: nowrap;
    border-block-start: 1px solid var(--line);
  }
  .latest {
    min-height: 2.4rem;
    margin: 0;
    padding: 0.45rem 1.1rem;
    border-block-end: 1px solid var(--line);
  }
  .still {
    padding-block-end: 0.3rem;
    border-block-end: 1px solid var(--line);
  }
  .still .note {
    padding-block: 0.3rem;
  }
  .settled {
    margin: 0;
    padding: 0.2rem 1.1rem 0.5rem;
  }
  .settled::before {
    content: "✓ ";
    color: var(--fine);
  }
  .waiting {
    display: block;
    color: var(--faint);
    font-size: 0.8125rem;
  }
  @media (min-width: 60rem) {
    .writing {
      height: auto;
    }
  }
  @media (max-width: 45rem) {
    .lines {
      padding: 0.5rem 0.9rem 1.5rem;
    }
    .lines ol > li {
      grid-template-columns: 2.7rem minmax(0, 1fr);
    }
    .speed span {
      min-width: 2.1rem;
    }
    .play {
      min-width: 0;
    }
    .bar > .play,
    .bar > .quiet {
      padding: 0 0.4rem;
    }
  }
  @media (pointer: coarse) {
    .speed span {
      min-height: 2.6rem;
    }
  }
`;
