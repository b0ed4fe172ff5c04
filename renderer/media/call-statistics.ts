import type { CommandPayload } from '../../app/ipc/commands.ts';

type MediaReply = Extract<CommandPayload<'media.reply'>['reply'], { ok: true }>;

/** What the media of one session was like, in the words of the contract. */
export type MediaQuality = NonNullable<MediaReply['quality']>;
export type StreamQuality = NonNullable<MediaQuality['audio']>;

interface Counters {
  codecId: string | null;
  sent: number;
  received: number;
  lost: number;
  jitterSeconds: number | null;
  width: number;
  height: number;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** One entry of an `RTCStatsReport`: which fields it has depends on its type. */
type StatsEntry = Readonly<Record<string, unknown>>;

/** Sums up a report of `RTCPeerConnection.getStats` (WebRTC Statistics). */
export const readStatistics = (report: Iterable<StatsEntry>): MediaQuality => {
  const entries = [...report];
  const codecs = new Map(entries.map((entry) => [text(entry.id), text(entry.mimeType)]));
  const read = (kind: string): StreamQuality | null => {
    const counters: Counters = {
      codecId: null,
      sent: 0,
      received: 0,
      lost: 0,
      jitterSeconds: null,
      width: 0,
      height: 0,
    };
    let found = false;
    for (const entry of entries) {
      if (entry.kind !== kind) continue;
      if (entry.type === 'inbound-rtp') {
        found = true;
        counters.received += number(entry.packetsReceived);
        counters.lost += number(entry.packetsLost);
        if (typeof entry.jitter === 'number') {
          counters.jitterSeconds = Math.max(counters.jitterSeconds ?? 0, entry.jitter);
        }
        if (number(entry.frameWidth) > counters.width) {
          counters.width = number(entry.frameWidth);
          counters.height = number(entry.frameHeight);
        }
        counters.codecId = text(entry.codecId) ?? counters.codecId;
      } else if (entry.type === 'outbound-rtp') {
        found = true;
        counters.sent += number(entry.packetsSent);
        counters.codecId ??= text(entry.codecId);
      }
    }
    if (!found) return null;
    const mimeType = counters.codecId === null ? null : (codecs.get(counters.codecId) ?? null);
    return {
      codec: mimeType === null ? null : mimeType.replace(/^\w+\//, ''),
      packetsSent: counters.sent,
      packetsReceived: counters.received,
      packetsLost: counters.lost,
      jitterMs: counters.jitterSeconds === null ? null : Math.round(counters.jitterSeconds * 1000),
      picture: counters.width > 0 ? { width: counters.width, height: counters.height } : null,
    };
  };
  const pair = entries.find(
    (entry) =>
      entry.type === 'candidate-pair' && entry.nominated === true && entry.state === 'succeeded',
  );
  const seconds = pair?.currentRoundTripTime;
  return {
    audio: read('audio'),
    video: read('video'),
    roundTripMs: typeof seconds === 'number' ? Math.round(seconds * 1000) : null,
  };
};

/** The statistics of a peer connection now. */
export const statisticsOf = async (peer: RTCPeerConnection): Promise<MediaQuality> => {
  const entries: StatsEntry[] = [];
  (await peer.getStats()).forEach((entry: StatsEntry) => {
    entries.push(entry);
  });
  return readStatistics(entries);
};
