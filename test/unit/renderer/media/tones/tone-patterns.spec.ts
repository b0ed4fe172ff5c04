import { describe, expect, it } from 'vitest';
import {
  type ToneName,
  toneNames,
  tonePatterns,
} from '../../../../../renderer/media/tones/tone-patterns.ts';

const rings: readonly ToneName[] = ['soft', 'normal', 'urgent', 'emergency'];

const notesPerSecond = (name: ToneName): number =>
  tonePatterns[name].notes.length / (tonePatterns[name].periodMs / 1000);

const loudest = (name: ToneName): number =>
  Math.max(...tonePatterns[name].notes.map(({ loudness }) => loudness));

const silenceMs = (name: ToneName): number => {
  const { notes, periodMs } = tonePatterns[name];
  return periodMs - Math.max(...notes.map(({ atMs, durationMs }) => atMs + durationMs));
};

const strictlyRising = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));

describe('tone patterns', () => {
  it.each(toneNames)('%s fits into its period and cannot overdrive', (name) => {
    const { notes } = tonePatterns[name];
    expect(notes.length).toBeGreaterThan(0);
    expect(silenceMs(name)).toBeGreaterThanOrEqual(0);
    for (const { loudness, frequenciesHz, durationMs } of notes) {
      expect(loudness).toBeGreaterThan(0);
      expect(loudness).toBeLessThanOrEqual(1);
      expect(frequenciesHz.every((hz) => hz >= 300 && hz <= 3400)).toBe(true);
      expect(durationMs).toBeGreaterThan(50);
    }
  });

  it('rings louder the more it matters', () => {
    expect(strictlyRising(rings.map(loudest))).toBe(true);
  });

  it('rings denser the more it matters, with a shorter pause', () => {
    expect(strictlyRising(rings.map(notesPerSecond))).toBe(true);
    expect(strictlyRising([...rings].reverse().map(silenceMs))).toBe(true);
  });

  it('gives each ring a figure of its own', () => {
    const figures = rings.map((name) =>
      JSON.stringify(tonePatterns[name].notes.map(({ frequenciesHz }) => frequenciesHz)),
    );
    expect(new Set(figures).size).toBe(rings.length);
  });
});
