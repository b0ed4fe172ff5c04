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

/** The tray icon of one presence and one call state. */
export function trayIcon(presence: TrayPresence, callState: TrayCallState): string {
  const colour =
    presence === 'signed-out' && callState === 'idle' ? grey : bubbleColours[callState];
  return svg(`<path d="${bubblePath}" fill="${colour}" stroke="#ffffff" stroke-width="3"/>
    ${sign(callState)}
    <g transform="translate(48 48)">${badges[presence]}</g>`);
}

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
