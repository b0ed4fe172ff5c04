import { bubblePath, handset, svg } from './mark.ts';

/** Presence as the tray shows it: UCWA's availabilities, grouped by what a glance can tell. */
export const trayPresences = [
  'online',
  'busy',
  'do-not-disturb',
  'away',
  'offline',
  'signed-out',
] as const;

/** Call state as the tray shows it. */
export const trayCallStates = ['idle', 'ringing', 'ringing-urgent', 'in-call'] as const;

export type TrayPresence = (typeof trayPresences)[number];
export type TrayCallState = (typeof trayCallStates)[number];

const green = '#13a10e';
const red = '#d13438';
const amber = '#eaa300';
const grey = '#8a8886';

/** Fill of the bubble; each has contrast enough on a light and on a dark panel. */
const bubbleColours: Readonly<Record<TrayCallState, string>> = {
  idle: '#5b5fe8',
  ringing: '#f7630c',
  'ringing-urgent': '#c50f1f',
  'in-call': '#0b8a5a',
};

/** Differ in form, not in colour alone. Drawn around the point 0 0 with radius 14. */
const badges: Readonly<Record<TrayPresence, string>> = {
  online: `${disc(green)}<path d="M-6 0l4.5 5 8-9" ${line()}/>`,
  busy: disc(red),
  'do-not-disturb': `${disc(red)}<path d="M-7 0h14" ${line()}/>`,
  away: `${disc(amber)}<path d="M0-7v8l6 3" ${line()}/>`,
  offline: `<circle r="14" fill="#ffffff"/><circle r="9" fill="none" stroke="${grey}" stroke-width="5"/>`,
  'signed-out': `${disc(grey)}<path d="M-5-5L5 5M5-5L-5 5" ${line()}/>`,
};

/** A star is neither a presence nor a call. Drawn around the point 0 0 with radius 13. */
const unseenMark = `<circle r="13" fill="#c239b3" stroke="#ffffff" stroke-width="3"/><path d="M0-6v12M-5-3L5 3M5-3L-5 3" ${line(3.5)}/>`;

/** Call states that leave room for the mark of what was not seen yet. */
export const trayStatesWithUnseen: readonly TrayCallState[] = ['idle', 'in-call'];

/**
 * The tray icon of one presence and one call state.
 * @param unseen with the mark of what came and was not seen yet
 */
export function trayIcon(
  presence: TrayPresence,
  callState: TrayCallState,
  unseen: boolean,
): string {
  const colour =
    presence === 'signed-out' && callState === 'idle' ? grey : bubbleColours[callState];
  return svg(`<path d="${bubblePath}" fill="${colour}" stroke="#ffffff" stroke-width="3"/>
    ${sign(callState)}
    <g transform="translate(48 48)">${badges[presence]}</g>
    ${unseen ? `<g transform="translate(50 14)">${unseenMark}</g>` : ''}`);
}

/** The mark alone, for the task bar's entry. */
export const unseenIcon = (): string =>
  svg(`<g transform="translate(32 32) scale(2.2)">${unseenMark}</g>`);

function sign(callState: TrayCallState): string {
  switch (callState) {
    case 'ringing':
      return `${handset('#ffffff')}
    <path d="M40 10c6 1 11 5 13 11M39 17c4 1 6 3 7 6" ${line()}/>`;
    case 'ringing-urgent':
      return `<path d="M32 12v18M32 39v1" ${line(8)}/>`;
    default:
      return handset('#ffffff');
  }
}

function disc(colour: string): string {
  return `<circle r="14" fill="${colour}" stroke="#ffffff" stroke-width="3"/>`;
}

function line(width = 4): string {
  return `fill="none" stroke="#ffffff" stroke-width="${width}" stroke-linecap="round"`;
}
