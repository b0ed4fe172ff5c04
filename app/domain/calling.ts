import type { PersonRef } from './person.ts';

export const phoneTypes = ['Work', 'Mobile', 'Home', 'Other'] as const;

/** One of the user's own phones. */
export interface OwnPhone {
  readonly type: (typeof phoneTypes)[number];
  /** As the server gives it, usually a `tel:` URI. */
  readonly number: string;
}

/** What the server told for the calls that the user starts. */
export interface Calling {
  readonly phones: readonly OwnPhone[];
  /** In whose name the user may call. */
  readonly delegators: readonly PersonRef[];
  /** Digits that reach emergency services. */
  readonly emergencyNumbers: readonly string[];
  /** What the administrator wants callers of emergency services to know. */
  readonly emergencyDisclaimer: string | null;
}

export const noCalling: Calling = {
  phones: [],
  delegators: [],
  emergencyNumbers: [],
  emergencyDisclaimer: null,
};

/** Numbers that reach emergency services in most places, for servers that name none. */
const usualEmergencyNumbers: readonly string[] = ['112', '911'];

/** What is dialled of a `tel:` URI, or of a number as typed. */
export const dialledDigits = (dialled: string): string =>
  dialled
    .trim()
    .replace(/^tel:/i, '')
    .replace(/[\s().-]/g, '');

/** Whether what was dialled, as a `tel:` URI or as typed, reaches emergency services. */
export function isEmergencyNumber(dialled: string, { emergencyNumbers }: Calling): boolean {
  const known = emergencyNumbers.length === 0 ? usualEmergencyNumbers : emergencyNumbers;
  return known.includes(dialledDigits(dialled));
}

/** The phone that the user's calls go to: the one they chose while they have it, else the first. */
export function chosenPhone({ phones }: Calling, chosen: string | null): string | null {
  const own = phones.find(({ number }) => number === chosen) ?? phones[0];
  return own?.number ?? null;
}
