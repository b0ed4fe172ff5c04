/** The oldest runtime that is supported: its Node and its Chromium. Syntax is lowered to these. */
export const nodeTarget = 'node16.17';
export const chromiumTarget = 'chrome108';
