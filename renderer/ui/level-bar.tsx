import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { watchLevel } from '../media/level-meter.ts';

const useStyles = makeStyles({
  root: {
    width: '100%',
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
  },
  bar: {
    width: '100%',
    height: '100%',
    borderRadius: 'inherit',
    backgroundColor: tokens.colorPaletteGreenForeground3,
    transform: 'scaleX(0)',
    transformOrigin: 'left',
    transitionProperty: 'transform',
    transitionDuration: '80ms',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

/** How loud a track is, live. React renders it once; the bar moves on its own. */
export function LevelBar({ track, label }: { track: MediaStreamTrack; label: string }) {
  const styles = useStyles();
  const meter = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      watchLevel(track, (level) => {
        if (bar.current !== null) bar.current.style.transform = `scaleX(${level.toFixed(3)})`;
        meter.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)));
      }),
    [track],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn smoothly in every theme
    <div
      ref={meter}
      className={styles.root}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    >
      <div ref={bar} className={styles.bar} />
    </div>
  );
}
