import { describe, expect, it } from 'vitest';
import { SpeakerWatch } from '../../../../renderer/media/speakers.ts';

const ids = (watch: SpeakerWatch, nowMs: number, ...sources: [number, number][]) => {
  const named = sources.map(([source, timestamp]) => ({ source, timestamp }));
  const { now, main } = watch.look(named, nowMs);
  return { now: [...now], main };
};

describe('SpeakerWatch', () => {
  it('takes for speaking whose packets keep coming, and over a breath', () => {
    const watch = new SpeakerWatch();
    expect(ids(watch, 0)).toEqual({ now: [], main: null });
    expect(ids(watch, 250, [7, 100])).toEqual({ now: ['7'], main: '7' });
    // WebRTC goes on naming a source that is silent.
    expect(ids(watch, 900, [7, 100]).now).toEqual(['7']);
    expect(ids(watch, 1100, [7, 100])).toEqual({ now: [], main: '7' });
    expect(ids(watch, 1350, [7, 101]).now).toEqual(['7']);
  });

  it('looks at whoever speaks alone, but not back and forth', () => {
    const watch = new SpeakerWatch();
    ids(watch, 0, [7, 1]);
    expect(ids(watch, 1000, [7, 1], [8, 1])).toEqual({ now: ['8'], main: '7' });
    expect(ids(watch, 2000, [7, 1], [8, 2])).toEqual({ now: ['8'], main: '8' });
    // Who is looked at and speaks stays, whoever joins in.
    expect(ids(watch, 5000, [7, 2], [8, 3])).toEqual({ now: ['7', '8'], main: '8' });
  });

  it('says the same by the same object', () => {
    const watch = new SpeakerWatch();
    const first = watch.look([{ source: 7, timestamp: 1 }], 0);
    expect(watch.look([{ source: 7, timestamp: 2 }], 250)).toBe(first);
    expect(watch.look([], 2000)).not.toBe(first);
  });
});
