import {
  Body1Strong,
  Caption1Strong,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { isBlankPicture } from '../../media/blank-picture.ts';
import type { Speakers } from '../../media/speakers.ts';
import { MicOffFilled, PersonVoiceFilled } from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import { VideoView } from '../../ui/video-view.tsx';
import { bestColumns, galleryOf, type PictureTile } from './picture-tiles.ts';

/** Of the bar with name and time, above the pictures; in pixels. */
const barHeight = 56;

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    gridAutoRows: 'minmax(0, 1fr)',
    gridAutoFlow: 'row dense',
    boxSizing: 'border-box',
  },
  gallery: {
    gap: tokens.spacingHorizontalS,
    padding: `${barHeight}px ${tokens.spacingHorizontalS} ${tokens.spacingHorizontalS}`,
  },
  hidden: { visibility: 'hidden', pointerEvents: 'none' },
  tile: {
    position: 'relative',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    display: 'grid',
    placeItems: 'center',
  },
  framed: {
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground5,
  },
  // First in the grid, not in the page: a picture that is moved there begins anew.
  large: { gridColumn: 'span 2', gridRow: 'span 2', order: -1 },
  speaking: {
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      pointerEvents: 'none',
      borderRadius: tokens.borderRadiusLarge,
      border: `3px solid ${tokens.colorBrandStroke1}`,
    },
  },
  picture: { position: 'absolute', inset: 0, backgroundColor: '#000000' },
  label: {
    position: 'absolute',
    left: tokens.spacingHorizontalS,
    bottom: tokens.spacingVerticalS,
    maxWidth: `calc(100% - 2 * ${tokens.spacingHorizontalS})`,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    // On any picture, in any theme.
    color: '#ffffff',
    backgroundColor: 'rgba(0, 0, 0, 0.7)',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const avatarSizes = [128, 96, 64, 48, 32] as const;

interface PictureGridProps {
  readonly tiles: readonly PictureTile[];
  /** Everybody has a place, with a picture or without; else only who is seen. */
  readonly gallery: boolean;
  readonly speakers: Speakers;
  /** Told whether anybody's picture is seen: cameras may be off. */
  readonly onVisible: (visible: boolean) => void;
}

/** The pictures of a call. A person's stays what it is when the call becomes a meeting. */
export function PictureGrid({ tiles, gallery, speakers, onVisible }: PictureGridProps) {
  const styles = useStyles();
  const text = useText();
  const grid = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 16, height: 9 });
  const [seen, setSeen] = useState<Readonly<Record<string, boolean>>>({});
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight } = element;
      const height = clientHeight - barHeight;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const isSeen = ({ key, track }: PictureTile): boolean => track !== null && seen[key] === true;
  const anySeen = tiles.some(isSeen);
  useLayoutEffect(() => onVisible(anySeen), [onVisible, anySeen]);

  const { shown, more, large, places } = galleryOf(tiles, speakers.main);
  const columns = bestColumns(places, size.width, size.height, large === null ? 1 : 2);
  const room = Math.min(size.width / columns, size.height / Math.ceil(places / columns));
  const speaks = ({ soundId, muted }: PictureTile): boolean =>
    soundId !== null && !muted && speakers.now.has(soundId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: pictures are no form fields
    <div
      ref={grid}
      className={mergeClasses(
        styles.root,
        gallery && styles.gallery,
        !gallery && !anySeen && styles.hidden,
      )}
      hidden={!gallery && !anySeen}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      role="group"
      aria-label={text('pictures.grid')}
    >
      {shown.map((tile) => (
        <div
          key={tile.key}
          className={mergeClasses(
            styles.tile,
            gallery && styles.framed,
            gallery && tile.key === large && styles.large,
            gallery && speaks(tile) && styles.speaking,
          )}
        >
          {gallery && !isSeen(tile) ? (
            <PersonAvatar
              name={tile.name}
              uri={tile.uri}
              size={avatarSize(room * (tile.key === large ? 2 : 1))}
            />
          ) : null}
          {tile.track === null ? null : (
            <div className={mergeClasses(styles.picture, !isSeen(tile) && styles.hidden)}>
              <VideoView
                track={tile.track}
                label={text('call.remoteVideo', { name: tile.name })}
                mode="fit"
                onSize={(width, height) => {
                  const visible = width > 0 && !isBlankPicture(width, height);
                  setSeen((before) => ({ ...before, [tile.key]: visible }));
                }}
              />
            </div>
          )}
          {gallery ? (
            <span className={styles.label}>
              {tile.muted ? <MicOffFilled aria-label={text('roster.muted')} /> : null}
              {speaks(tile) ? <PersonVoiceFilled aria-label={text('roster.speaking')} /> : null}
              <Caption1Strong className={styles.name}>{tile.name}</Caption1Strong>
            </span>
          ) : null}
        </div>
      ))}
      {more > 0 ? (
        <div className={mergeClasses(styles.tile, styles.framed)}>
          <Body1Strong>{text('pictures.more', { count: more })}</Body1Strong>
        </div>
      ) : null}
    </div>
  );
}

/** The largest that leaves the name below it in sight. @param room the shorter side of a place, in pixels */
const avatarSize = (room: number) => avatarSizes.find((size) => size <= room * 0.45) ?? 24;
