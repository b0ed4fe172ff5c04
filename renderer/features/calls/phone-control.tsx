import type { Call } from '../../../app/domain/call.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { PhoneDesktopRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { CallControl } from './call-control.tsx';

/** Goes on on the user's phone, or stops it while it rings. Nothing for users without a phone. */
export function PhoneControl({ call }: { call: Call }) {
  const text = useText();
  const send = useSend();
  const hasPhone = useMain(({ can }) => can.startPhoneAudio);
  const { id: callId, can } = call;
  if (call.phase !== 'connected' || call.kind === 'phone') return null;
  if (can.stayHere) {
    return (
      <CallControl
        icon={<PhoneDesktopRegular />}
        label={text('call.stayHere')}
        look="active"
        onClick={() => send('calls.stayHere', { callId })}
      />
    );
  }
  // Two people's calls move; where a meeting's cannot, a dead button would only take room.
  if (!can.moveToPhone && (!hasPhone || call.kind === 'meeting')) return null;
  return (
    <CallControl
      icon={<PhoneDesktopRegular />}
      label={text('call.moveToPhone')}
      disabled={!can.moveToPhone}
      onClick={() => send('calls.moveToPhone', { callId })}
    />
  );
}
