import { statisticsOf } from './call-statistics.ts';

const pollIntervalMs = 50;

/** How long to look at short intervals; a call that is silent for longer is looked at rarely. */
const eagerMs = 10_000;
const patientIntervalMs = 2000;

/**
 * Tells once for each kind of media when the other side's first RTP packet from now on has arrived.
 * Chromium has no event for it, so the counters are read until both kinds were seen.
 * @returns how to stop
 */
export const watchFirstPackets = (
  peer: RTCPeerConnection,
  onFirstPacket: (kind: 'audio' | 'video') => void,
): (() => void) => {
  const missing = new Set<'audio' | 'video'>(['audio', 'video']);
  const startedAtMs = performance.now();
  const before = statisticsOf(peer).catch(() => null);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  const look = async (): Promise<void> => {
    const counted = await before;
    const statistics = await statisticsOf(peer);
    if (stopped) return;
    for (const kind of [...missing]) {
      const seen = counted?.[kind]?.packetsReceived ?? 0;
      if ((statistics[kind]?.packetsReceived ?? 0) > seen) {
        missing.delete(kind);
        onFirstPacket(kind);
      }
    }
    if (missing.size > 0) schedule();
  };
  const schedule = (): void => {
    const eager = performance.now() - startedAtMs < eagerMs;
    timer = setTimeout(
      () => {
        look().catch(() => undefined);
      },
      eager ? pollIntervalMs : patientIntervalMs,
    );
  };
  schedule();
  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
  };
};
