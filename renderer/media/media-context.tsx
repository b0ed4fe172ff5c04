import {
  createContext,
  type PropsWithChildren,
  use,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { CallMedia, CallMediaView } from './call-media.ts';
import type { MediaQuality } from './call-statistics.ts';
import { nobodySpeaks, type Speakers, SpeakerWatch } from './speakers.ts';

const MediaContext = createContext<CallMedia | null>(null);

/** `media` is null in a window that carries none. */
export function MediaProvider({ media, children }: PropsWithChildren<{ media: CallMedia | null }>) {
  return <MediaContext value={media}>{children}</MediaContext>;
}

/** The media of a call as it is now; null when this window has none for it. */
export const useCallMedia = (mediaId: string): CallMediaView | null => {
  const media = use(MediaContext);
  const subscribe = useCallback(
    (listener: () => void) => media?.subscribe(listener) ?? (() => undefined),
    [media],
  );
  return useSyncExternalStore(subscribe, () => media?.view(mediaId) ?? null);
};

/** Often enough for the eye; it is read here and told to nobody. */
const speakersIntervalMs = 250;

/** Who speaks in a meeting's mix while the component is shown. `mediaId` is null outside of one. */
export const useSpeakers = (mediaId: string | null): Speakers => {
  const media = use(MediaContext);
  const [speakers, setSpeakers] = useState(nobodySpeaks);
  useEffect(() => {
    if (media === null || mediaId === null) return;
    const watch = new SpeakerWatch();
    const timer = setInterval(() => {
      setSpeakers(watch.look(media.soundSources(mediaId), performance.now()));
    }, speakersIntervalMs);
    return () => {
      clearInterval(timer);
      setSpeakers(nobodySpeaks);
    };
  }, [media, mediaId]);
  return speakers;
};

const statisticsIntervalMs = 1000;

/** The statistics of a call, read anew each second while the component is shown. */
export const useCallStatistics = (mediaId: string): MediaQuality | null => {
  const media = use(MediaContext);
  const [statistics, setStatistics] = useState<MediaQuality | null>(null);
  useEffect(() => {
    let active = true;
    const read = (): void => {
      media
        ?.statistics(mediaId)
        .then((next) => {
          if (active) setStatistics(next);
        })
        .catch(() => undefined);
    };
    read();
    const timer = setInterval(read, statisticsIntervalMs);
    return () => {
      active = false;
      clearInterval(timer);
    };
  }, [media, mediaId]);
  return statistics;
};
