import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import { useCallMedia, useSpeakers } from '../../media/media-context.tsx';
import { useMain } from '../../store/hooks.ts';
import { MicRegular } from '../../ui/icons.ts';
import { LevelBar } from '../../ui/level-bar.tsx';
import { useText } from '../../ui/use-text.ts';
import { conversationName } from '../conversations/conversation-words.ts';
import { CallControls } from './call-controls.tsx';
import { CallHeading } from './call-heading.tsx';
import { CallNotes } from './call-notes.tsx';
import { LocalPicture, RemotePicture } from './call-pictures.tsx';
import { CallStatisticsPanel } from './call-statistics-panel.tsx';
import { isOnHold } from './call-status.ts';
import { PictureGrid } from './picture-grid.tsx';
import { mixedPicture, pictureTiles } from './picture-tiles.ts';
import { VideoQuestion } from './video-question.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  stage: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
  },
  details: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    bottom: tokens.spacingHorizontalM,
    zIndex: 2,
    maxWidth: `calc(100% - 2 * ${tokens.spacingHorizontalM})`,
    boxSizing: 'border-box',
  },
  bottom: { backgroundColor: tokens.colorNeutralBackground1, flexShrink: 0 },
  level: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '240px',
    maxWidth: '60%',
    minHeight: '16px',
    margin: `${tokens.spacingVerticalM} auto 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: '16px',
  },
});

/** A call that is being set up or up: picture or initials, state, timer, controls. */
export function CallScreen({ call }: { call: Call }) {
  const styles = useStyles();
  const text = useText();
  const media = useCallMedia(call.mediaId);
  const [details, setDetails] = useState(false);
  const [picturesVisible, setPicturesVisible] = useState(false);
  const [mixedVisible, setMixedVisible] = useState(false);
  const conversation = useMain(({ conversations }) => conversations[call.conversationId]);
  const pictures = isOnHold(call) ? [] : (media?.remotePictures ?? []);
  const participants = conversation?.participants ?? [];
  const tiles = pictureTiles({ call, pictures, participants });
  const mixed = mixedPicture({ call, pictures, participants });
  const gallery = call.kind === 'meeting' && participants.length > 0;
  const speakers = useSpeakers(gallery ? call.mediaId : null);
  const overPicture = gallery || picturesVisible;
  const name =
    call.kind === 'meeting' && conversation !== undefined
      ? (conversationName(conversation) ?? text('conversations.meeting'))
      : call.remote.name;
  return (
    <section
      className={styles.root}
      aria-label={text('call.region', { name: call.remote.name })}
      data-phase={call.phase}
    >
      <div className={styles.stage}>
        <PictureGrid
          tiles={tiles}
          gallery={gallery && !(mixed !== null && mixedVisible)}
          speakers={speakers}
          onVisible={setPicturesVisible}
        />
        {mixed === null ? null : (
          <RemotePicture key={mixed.id} track={mixed} name={name} onVisible={setMixedVisible} />
        )}
        <CallHeading call={call} name={name} overPicture={overPicture} untitled={gallery} />
        {media?.localPicture == null || call.hold.local ? null : (
          <LocalPicture track={media.localPicture} />
        )}
        {details ? (
          <div className={styles.details}>
            <CallStatisticsPanel mediaId={call.mediaId} />
          </div>
        ) : null}
      </div>
      <div className={styles.bottom}>
        {call.video.offered ? <VideoQuestion call={call} /> : null}
        <CallNotes
          call={call}
          microphone={media?.microphone ?? null}
          microphoneGone={media?.microphoneGone ?? false}
          cameraProblem={media?.cameraProblem ?? null}
          hidden={conversation?.self?.videoMuted === true}
        />
        <div
          className={styles.level}
          title={text('call.microphoneInUse', { device: media?.microphone?.label ?? '' })}
        >
          {media?.microphone == null || !call.sending.audio || isOnHold(call) ? null : (
            <>
              <MicRegular aria-hidden="true" />
              <LevelBar track={media.microphone} label={text('call.microphoneLevel')} />
            </>
          )}
        </div>
        <CallControls
          call={call}
          hasVideo={media?.hasVideo ?? false}
          detailsShown={details}
          onToggleDetails={() => setDetails((shown) => !shown)}
        />
      </div>
    </section>
  );
}
