import { expect, it } from 'vitest';
import { timelineOf } from '../../demo/timeline.ts';

const mark = (name: string, atMs: number) => ({ name, callId: 'call-1', atMs });

it('puts the moments of both sides in the order they happened', () => {
  const timeline = timelineOf({
    eventWrittenAtMs: 1000,
    toastOnBusAtMs: 1008,
    callee: [mark('notification-sent', 1006), mark('ring-window-painted', 1040.26)],
    caller: [mark('first-audio-packet', 1030)],
  });
  expect(timeline.map(({ what }) => what)).toEqual([
    'Server: event written',
    'Desktop: Notify seen on the bus',
    'Alex: first audio packet',
    'Sam: ring screen painted',
  ]);
  expect(timeline.at(-1)).toMatchObject({ sinceEventMs: 40.3, sincePreviousMs: 10.3 });
});

it('says when Parley notified, where nobody could listen in on the bus', () => {
  const timeline = timelineOf({
    eventWrittenAtMs: 1000,
    toastOnBusAtMs: null,
    callee: [mark('notification-sent', 1006)],
    caller: [],
  });
  expect(timeline.at(-1)).toMatchObject({ what: 'Sam: notification sent', sinceEventMs: 6 });
});

it('takes the first of marks that come twice, and leaves out what nobody saw', () => {
  const timeline = timelineOf({
    eventWrittenAtMs: 1000,
    toastOnBusAtMs: null,
    callee: [mark('answer-pressed', 1500), mark('answer-pressed', 1510), mark('unknown', 1600)],
    caller: [],
  });
  expect(timeline.map(({ sinceEventMs }) => sinceEventMs)).toEqual([0, 500]);
});
