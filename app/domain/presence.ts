/** UCWA `Availability` of a person, and `Unknown` until the server told. */
export const availabilities = [
  'Online',
  'IdleOnline',
  'Busy',
  'IdleBusy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offline',
  'Unknown',
] as const;

export type Availability = (typeof availabilities)[number];

/** UCWA `PreferredAvailability`: what users can choose for themselves. */
export const preferredAvailabilities = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
] as const;

export type PreferredAvailability = (typeof preferredAvailabilities)[number];

/** The longest note, in characters: far more than other programs show of it. */
export const ownNoteLimit = 500;

export interface Presence {
  readonly availability: Availability;
  /** UCWA's activity token, such as `in-a-conference` or `on-the-phone`. */
  readonly activity: string | null;
}

export const unknownPresence: Presence = { availability: 'Unknown', activity: null };
