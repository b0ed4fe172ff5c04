import type { Call } from '../../../app/domain/call.ts';
import { useSend } from '../../store/commands.tsx';
import { VideoAddRegular, VideoOffFilled, VideoRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { CallControl } from './call-control.tsx';

/** Turns the camera on and off; in a call without video it adds video. */
export function CameraControl({ call, hasVideo }: { call: Call; hasVideo: boolean }) {
  const text = useText();
  const send = useSend();
  const { id: callId, sending, can } = call;
  if (hasVideo) {
    return (
      <CallControl
        icon={sending.video ? <VideoRegular /> : <VideoOffFilled />}
        label={text(sending.video ? 'call.cameraOff' : 'call.cameraOn')}
        windowKey="camera"
        look={sending.video ? 'plain' : 'active'}
        disabled={!can.mute}
        onClick={() => send('calls.setSending', { callId, ...sending, video: !sending.video })}
      />
    );
  }
  if (call.phase !== 'connected') return null;
  return (
    <CallControl
      icon={<VideoAddRegular />}
      label={text('call.addVideo')}
      windowKey="camera"
      disabled={!can.addVideo}
      reason={text(call.video.pending ? 'call.addingVideo' : 'call.noVideoPossible')}
      onClick={() => send('calls.setVideo', { callId, on: true })}
    />
  );
}
