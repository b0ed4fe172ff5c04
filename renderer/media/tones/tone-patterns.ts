/** Every tone of Parley: five ways to ring, what a caller hears, and a busy line. */
export const toneNames = [
  'soft',
  'normal',
  'urgent',
  'emergency',
  'alarm',
  'ringback',
  'busy',
] as const;

export type ToneName = (typeof toneNames)[number];

/** One sound of a pattern: sine waves that start and end softly. */
export interface Note {
  readonly atMs: number;
  readonly durationMs: number;
  readonly frequenciesHz: readonly number[];
  /** 0 to 1, shared by the frequencies. */
  readonly loudness: number;
}

/** A pattern that may be repeated every `periodMs`. */
export interface TonePattern {
  readonly periodMs: number;
  readonly notes: readonly Note[];
}

const note = (
  atMs: number,
  durationMs: number,
  loudness: number,
  ...frequenciesHz: number[]
): Note => ({ atMs, durationMs, frequenciesHz, loudness });

const c5 = 523.25;
const e5 = 659.25;
const g5 = 783.99;
const c6 = 1046.5;

/**
 * The more a call matters, the louder, the higher, the denser: soft is a single chime, normal a calm
 * rising figure, urgent a quick double one, emergency a two-tone alarm almost without a pause, alarm the
 * same, higher still and as loud as can be.
 * Ringback and busy are those of North America (ITU-T E.180 Supplement 2).
 */
export const tonePatterns: Readonly<Record<ToneName, TonePattern>> = {
  soft: { periodMs: 5000, notes: [note(0, 600, 0.12, e5)] },
  normal: {
    periodMs: 3600,
    notes: [
      note(0, 260, 0.3, c5),
      note(220, 260, 0.3, e5),
      note(440, 260, 0.3, g5),
      note(660, 700, 0.3, c6, e5),
    ],
  },
  urgent: {
    periodMs: 2000,
    notes: [0, 700].flatMap((startMs) => [
      note(startMs, 130, 0.5, g5),
      note(startMs + 150, 130, 0.5, c6),
      note(startMs + 300, 200, 0.5, g5, c6),
    ]),
  },
  emergency: {
    periodMs: 1200,
    notes: [0, 600].flatMap((startMs) => [
      note(startMs, 280, 0.85, 880, 1320),
      note(startMs + 290, 280, 0.85, 660, 990),
    ]),
  },
  alarm: {
    periodMs: 1000,
    notes: [0, 500].flatMap((startMs) => [
      note(startMs, 240, 1, 1175, 1760),
      note(startMs + 250, 240, 1, 880, 1320),
    ]),
  },
  ringback: { periodMs: 6000, notes: [note(0, 2000, 0.12, 440, 480)] },
  busy: {
    periodMs: 3000,
    notes: [0, 1000, 2000].map((startMs) => note(startMs, 500, 0.12, 480, 620)),
  },
};
