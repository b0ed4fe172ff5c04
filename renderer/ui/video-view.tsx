import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  root: { width: '100%', height: '100%', display: 'block' },
  fill: { objectFit: 'cover' },
  fit: { objectFit: 'contain' },
  mirrored: { transform: 'scaleX(-1)' },
});

interface VideoViewProps {
  readonly track: MediaStreamTrack;
  readonly label: string;
  /** `fill` cuts the edges off, `fit` shows everything. */
  readonly mode: 'fill' | 'fit';
  /** People know themselves from the mirror. */
  readonly mirrored?: boolean;
  /** Told the size of the picture in pixels, first and whenever it changes. */
  readonly onSize?: (width: number, height: number) => void;
}

/** The picture of a track, without its sound. */
export function VideoView({ track, label, mode, mirrored = false, onSize }: VideoViewProps) {
  const styles = useStyles();
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    video.srcObject = new MediaStream([track]);
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={element}
      className={mergeClasses(styles.root, styles[mode], mirrored && styles.mirrored)}
      aria-label={label}
      autoPlay
      muted
      playsInline
      onResize={({ currentTarget }) =>
        onSize?.(currentTarget.videoWidth, currentTarget.videoHeight)
      }
    />
  );
}
