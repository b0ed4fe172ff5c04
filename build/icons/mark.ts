/** The parts Parley's icons are drawn from, as SVG on a grid of 64 × 64. */

/** A speech bubble: what one says. */
export const bubblePath =
  'M14 5h36a10 10 0 0 1 10 10v24a10 10 0 0 1-10 10H31L18 60V49h-4A10 10 0 0 1 4 39V15A10 10 0 0 1 14 5z';

/** A handset: how one says it. */
export function handset(colour: string): string {
  return `<g transform="rotate(-38 32 27)" fill="${colour}">
    <path d="M20.5 31c0-13 23-13 23 0" fill="none" stroke="${colour}" stroke-width="5.5"/>
    <rect x="15" y="27.5" width="11" height="9.5" rx="3"/>
    <rect x="38" y="27.5" width="11" height="9.5" rx="3"/>
  </g>`;
}

export function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>`;
}

/** The icon of the program. */
export function programIcon(): string {
  return svg(`<defs>
      <linearGradient id="face" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stop-color="#5b5fe8"/>
        <stop offset="1" stop-color="#0e9fb8"/>
      </linearGradient>
    </defs>
    <path d="${bubblePath}" fill="url(#face)"/>
    ${handset('#ffffff')}`);
}
