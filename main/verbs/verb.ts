import { type PreferredAvailability, preferredAvailabilities } from '../../app/domain/presence.ts';

/** Verbs that need nothing but their name; each is a switch of the command line. */
export const plainVerbs = [
  'answer',
  'answer-video',
  'decline',
  'hangup',
  'mute',
  'hold',
  'raise',
  'status',
] as const;

type PlainVerb = (typeof plainVerbs)[number];

/** The words for the user's own presence, as they are typed. */
export const presenceWords = {
  available: 'Online',
  busy: 'Busy',
  'do-not-disturb': 'DoNotDisturb',
  'be-right-back': 'BeRightBack',
  away: 'Away',
  'off-work': 'Offwork',
} as const satisfies Readonly<Record<string, PreferredAvailability>>;

/** The longest text that can be dialed: as much as the command `calls.start` takes. */
export const dialTextLimit = 1024;

/** What can be asked of the running Parley from the command line. */
export type Verb =
  | { readonly name: PlainVerb }
  | { readonly name: 'dial'; readonly text: string }
  | { readonly name: 'presence'; readonly availability: PreferredAvailability };

/** What became of a verb. */
export interface VerbReply {
  /** It was done; else `text` says why not. */
  readonly done: boolean;
  /** In plain words, for whoever typed it. */
  readonly text: string;
}

/** The presence that a word stands for; UCWA's own names are understood, too. */
export function presenceNamed(word: string): PreferredAvailability | null {
  const asked = word.toLowerCase();
  const [, named] = Object.entries(presenceWords).find(([each]) => each === asked) ?? [];
  return named ?? preferredAvailabilities.find((each) => each.toLowerCase() === asked) ?? null;
}
