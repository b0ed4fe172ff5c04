import { useEffect, useState } from 'react';
import { watchLevel } from './level-meter.ts';

/** Level from which somebody talks rather than breathes, from 0 to 1 (-36 dB below full scale). */
const talkingLevel = 0.4;

/** How long somebody still counts as talking after the last loud moment. */
const pauseMs = 1500;

/** Whether somebody talks in a track, also in one that is muted. False without one. */
export const useTalking = (track: MediaStreamTrack | null): boolean => {
  const [talking, setTalking] = useState(false);
  useEffect(() => {
    if (track === null) return;
    // A track that is not enabled gives silence; what the microphone hears is in its clone.
    const heard = track.clone();
    heard.enabled = true;
    let lastLoudMs = Number.NEGATIVE_INFINITY;
    const stop = watchLevel(heard, (level) => {
      const nowMs = performance.now();
      if (level >= talkingLevel) lastLoudMs = nowMs;
      setTalking(nowMs - lastLoudMs < pauseMs);
    });
    return () => {
      stop();
      heard.stop();
      setTalking(false);
    };
  }, [track]);
  return talking;
};
