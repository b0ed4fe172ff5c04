import { makeStyles, tokens } from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import { useSend } from '../../store/commands.tsx';
import {
  CallEndFilled,
  DataUsageRegular,
  MicOffFilled,
  MicRegular,
  PauseRegular,
  PlayRegular,
} from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { CallControl } from './call-control.tsx';
import { CameraControl } from './camera-control.tsx';
import { DeviceMenu } from './device-menu.tsx';
import { DialPad } from './dial-pad.tsx';
import { PhoneControl } from './phone-control.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    justifyContent: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
  },
});

interface CallControlsProps {
  readonly call: Call;
  /** The call has a video stream. */
  readonly hasVideo: boolean;
  readonly detailsShown: boolean;
  readonly onToggleDetails: () => void;
}

/** What can be done with a call that is being set up or up. */
export function CallControls({ call, hasVideo, detailsShown, onToggleDetails }: CallControlsProps) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const { id: callId, sending, can } = call;
  const inviting = call.phase === 'inviting';
  const onPhone = call.kind === 'phone';
  return (
    <div className={styles.root} role="toolbar" aria-label={text('call.controls')}>
      {onPhone ? null : (
        <CallControl
          icon={sending.audio ? <MicRegular /> : <MicOffFilled />}
          label={text(sending.audio ? 'call.mute' : 'call.unmute')}
          windowKey="mute"
          look={sending.audio ? 'plain' : 'active'}
          disabled={!can.mute}
          onClick={() => send('calls.setSending', { callId, ...sending, audio: !sending.audio })}
        />
      )}
      {onPhone ? null : <CameraControl call={call} hasVideo={hasVideo} />}
      {inviting ? null : (
        <CallControl
          icon={call.hold.local ? <PlayRegular /> : <PauseRegular />}
          label={text(call.hold.local ? 'call.resume' : 'call.hold')}
          windowKey="hold"
          look={call.hold.local ? 'active' : 'plain'}
          disabled={!(call.hold.local ? can.resume : can.hold)}
          onClick={() => send(call.hold.local ? 'calls.resume' : 'calls.hold', { callId })}
        />
      )}
      {call.phase === 'connected' && !onPhone ? <DialPad call={call} /> : null}
      <PhoneControl call={call} />
      {onPhone ? null : <DeviceMenu call={call} />}
      {inviting || onPhone ? null : (
        <CallControl
          icon={<DataUsageRegular />}
          label={text(detailsShown ? 'call.hideDetails' : 'call.details')}
          expanded={detailsShown}
          onClick={onToggleDetails}
        />
      )}
      {inviting ? (
        <CallControl
          icon={<CallEndFilled />}
          label={text('call.cancel')}
          windowKey="hangUp"
          look="danger"
          disabled={!can.cancel}
          onClick={() => send('calls.cancel', { callId })}
        />
      ) : (
        <CallControl
          icon={<CallEndFilled />}
          label={text('call.hangUp')}
          windowKey="hangUp"
          look="danger"
          disabled={!can.hangUp}
          onClick={() => send('calls.hangUp', { callId })}
        />
      )}
    </div>
  );
}
