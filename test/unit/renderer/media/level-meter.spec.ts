import { describe, expect, it } from 'vitest';
import { levelOf } from '../../../../renderer/media/level-meter.ts';

const tone = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 1024 }, (_, index) => amplitude * Math.sin(index / 3));

describe('levelOf', () => {
  it('is zero for silence and for what is below the floor', () => {
    expect(levelOf(new Float32Array(1024))).toBe(0);
    expect(levelOf(tone(0.0005))).toBe(0);
  });

  it('grows with loudness and stays within its bounds', () => {
    const levels = [0.01, 0.1, 0.5, 1].map((amplitude) => levelOf(tone(amplitude)));
    expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    expect(levels[0]).toBeGreaterThan(0.1);
    expect(levelOf(Float32Array.from({ length: 64 }, () => 2))).toBe(1);
  });

  it('follows the ear: ten times quieter is a third of the scale less', () => {
    expect(levelOf(tone(0.5)) - levelOf(tone(0.05))).toBeCloseTo(20 / 60, 2);
  });
});
