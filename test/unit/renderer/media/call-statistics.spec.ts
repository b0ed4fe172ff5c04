import { describe, expect, it } from 'vitest';
import { readStatistics } from '../../../../renderer/media/call-statistics.ts';

const codec = { type: 'codec', id: 'c1', mimeType: 'audio/opus' };
const audioIn = {
  type: 'inbound-rtp',
  id: 'i1',
  kind: 'audio',
  codecId: 'c1',
  packetsReceived: 120,
  packetsLost: 3,
  jitter: 0.0042,
};
const audioOut = { type: 'outbound-rtp', id: 'o1', kind: 'audio', codecId: 'c1', packetsSent: 130 };

describe('readStatistics', () => {
  it('sums up both directions of a kind', () => {
    expect(readStatistics([codec, audioIn, audioOut])).toEqual({
      audio: {
        codec: 'opus',
        packetsSent: 130,
        packetsReceived: 120,
        packetsLost: 3,
        jitterMs: 4,
        picture: null,
      },
      video: null,
      roundTripMs: null,
    });
  });

  it('tells the size of the received picture', () => {
    const { video } = readStatistics([
      { type: 'inbound-rtp', kind: 'video', packetsReceived: 9, frameWidth: 640, frameHeight: 360 },
    ]);
    expect(video).toMatchObject({ codec: null, picture: { width: 640, height: 360 } });
  });

  it('takes the round trip of the pair that is used, not of those that were tried', () => {
    const pair = { type: 'candidate-pair', state: 'succeeded', currentRoundTripTime: 0.0314 };
    const { roundTripMs } = readStatistics([
      { ...pair, nominated: false, currentRoundTripTime: 0.9 },
      { ...pair, nominated: true },
    ]);
    expect(roundTripMs).toBe(31);
  });

  it('has nothing to say about an empty report', () => {
    expect(readStatistics([])).toEqual({ audio: null, video: null, roundTripMs: null });
  });
});
