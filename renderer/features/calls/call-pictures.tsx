import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isBlankPicture } from '../../media/blank-picture.ts';
import { useText } from '../../ui/use-text.ts';
import { VideoView } from '../../ui/video-view.tsx';

const useStyles = makeStyles({
  remote: { position: 'absolute', inset: 0, backgroundColor: '#000000' },
  hidden: { visibility: 'hidden', pointerEvents: 'none' },
  local: {
    position: 'absolute',
    right: tokens.spacingHorizontalM,
    bottom: tokens.spacingHorizontalM,
    width: '28%',
    maxWidth: '220px',
    minWidth: '96px',
    aspectRatio: '16 / 9',
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    boxShadow: tokens.shadow16,
    // Seen on any picture behind it, in any theme.
    border: '1px solid rgba(255, 255, 255, 0.6)',
    backgroundColor: '#000000',
  },
});

interface RemotePictureProps {
  readonly track: MediaStreamTrack;
  readonly name: string;
  /** Told whether there is a picture to look at: the other side's camera may be off. */
  readonly onVisible: (visible: boolean) => void;
}

/** The other side's picture over the whole stage. */
export function RemotePicture({ track, name, onVisible }: RemotePictureProps) {
  const styles = useStyles();
  const text = useText();
  const [visible, setVisible] = useState(false);
  return (
    <div className={visible ? styles.remote : styles.hidden} hidden={!visible}>
      <VideoView
        track={track}
        label={text('call.remoteVideo', { name })}
        mode="fit"
        onSize={(width, height) => {
          const shown = width > 0 && !isBlankPicture(width, height);
          setVisible(shown);
          onVisible(shown);
        }}
      />
    </div>
  );
}

/** The own picture in the corner. */
export function LocalPicture({ track }: { track: MediaStreamTrack }) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.local}>
      <VideoView track={track} label={text('call.localPreview')} mode="fill" mirrored />
    </div>
  );
}
