import { describe, expect, it } from 'vitest';
import { reportOf, reportText } from '../../bench/toast/report.ts';
import { type ToastSample, toSample } from '../../bench/toast/sample.ts';

const mark = (name: string, atMs: number) => ({ name, callId: 'call-1', atMs });

describe('a sample', () => {
  const floor = { writtenAtMs: 1000, notifiedAtMs: 1004 };
  const parley = { writtenAtMs: 2000, notifiedAtMs: 2007 };

  it('does not compare the clocks of two processes', () => {
    const marks = [
      mark('invitation-decoded', 900_003),
      mark('notification-sent', 900_006),
      mark('ring-window-painted', 900_046),
    ];
    expect(toSample(floor, parley, marks)).toEqual({
      floorMs: 4,
      notificationMs: 7,
      ringPaintMs: 47,
      stagesMs: { 'invitation-decoded': 0, 'notification-sent': 3, 'ring-window-painted': 43 },
    });
  });

  it('is not made up when a moment is missing', () => {
    expect(() => toSample(floor, parley, [mark('notification-sent', 1)])).toThrow(
      'ring-window-painted',
    );
  });
});

describe('the report', () => {
  const sample = (floorMs: number, notificationMs: number, ringPaintMs: number): ToastSample => ({
    ...{ floorMs, notificationMs, ringPaintMs },
    stagesMs: { 'notification-sent': notificationMs },
  });

  it('takes differences within a round', () => {
    const report = reportOf([sample(1, 2, 9), sample(10, 14, 9), sample(3, 5, 9)]);
    expect(report.aboveFloorMs).toMatchObject({ min: 1, median: 2 });
  });

  it('says whether the targets are met', () => {
    expect(reportText([sample(4, 9, 150)])).not.toContain('MISSED');
    expect(reportText([sample(4, 9.2, 150)])).toMatch(/floor: 5\.2 ms.*MISSED/);
    expect(reportText([sample(4, 9, 151)])).toMatch(/\(b\): 151\.0 ms.*MISSED/);
  });
});
