import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import type { MediaFailureReason } from '../../media/media-failure.ts';
import { useTalking } from '../../media/use-talking.ts';
import { MicOffFilled, VideoOffFilled } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  note: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
  },
});

const problemText = (reason: MediaFailureReason): TextKey => {
  switch (reason) {
    case 'no-camera':
    case 'permission-denied':
    case 'device-busy':
      return `call.cameraProblem.${reason}`;
    default:
      return 'call.cameraProblem.unavailable';
  }
};

/** By whom the call came to whom it is with now. */
const originOf = ({ invitation }: Call): [key: TextKey, values: { name: string }] | null => {
  const { forwardedBy = null, transferredBy = null } = invitation ?? {};
  const by = transferredBy ?? forwardedBy;
  if (by === null || by.name === '') return null;
  return [by === transferredBy ? 'call.transferredBy' : 'call.forwardedBy', { name: by.name }];
};

interface CallNotesProps {
  readonly call: Call;
  readonly microphone: MediaStreamTrack | null;
  readonly microphoneGone: boolean;
  readonly cameraProblem: MediaFailureReason | null;
  /** The meeting shows the user to nobody, whatever their camera does. */
  readonly hidden: boolean;
}

/** What the user might not be aware of: the microphone is off or gone, the camera does not work. */
export function CallNotes({
  call,
  microphone,
  microphoneGone,
  cameraProblem,
  hidden,
}: CallNotesProps) {
  const styles = useStyles();
  const text = useText();
  const origin = originOf(call);
  const talkingUnheard = useTalking(call.sending.audio ? null : microphone);
  return (
    <div role="status">
      {origin === null ? null : <Caption1 className={styles.note}>{text(...origin)}</Caption1>}
      {call.meetingMute === 'none' ? null : (
        <Caption1 className={styles.note}>
          <MicOffFilled aria-hidden="true" />
          {text(call.meetingMute === 'locked' ? 'call.lockedByMeeting' : 'call.mutedByMeeting')}
        </Caption1>
      )}
      {call.sending.audio || call.meetingMute !== 'none' ? null : (
        <Caption1 className={styles.note}>
          <MicOffFilled aria-hidden="true" />{' '}
          {text(talkingUnheard ? 'call.mutedTalking' : 'call.muted')}
        </Caption1>
      )}
      {hidden && call.sending.video ? (
        <Caption1 className={styles.note}>
          <VideoOffFilled aria-hidden="true" /> {text('roster.videoMutedByServer')}
        </Caption1>
      ) : null}
      {call.meetingMove === 'failed' ? (
        <Caption1 className={styles.note}>{text('call.meetingMoveFailed')}</Caption1>
      ) : null}
      {microphoneGone && call.sending.audio ? (
        <Caption1 className={styles.note}>
          <MicOffFilled aria-hidden="true" /> {text('call.microphoneGone')}
        </Caption1>
      ) : null}
      {cameraProblem === null || !call.sending.video ? null : (
        <Caption1 className={styles.note}>
          <VideoOffFilled aria-hidden="true" /> {text(problemText(cameraProblem))}
        </Caption1>
      )}
    </div>
  );
}
