import type { Call } from '../../../app/domain/call.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';

/**
 * The state of a call that is not over, in words. The text may name the other side (`name`) and the
 * user's phone (`number`).
 */
export const callStatus = (call: Call): TextKey => {
  const onPhone = phoneStatus(call);
  if (onPhone !== null) return onPhone;
  switch (call.phase) {
    case 'inviting':
      if (call.earlyMedia) return 'call.status.ringingHeard';
      return call.remoteAlerting ? 'call.status.ringing' : 'call.status.calling';
    case 'ringing':
      return 'call.status.incoming';
    case 'connecting':
      return 'call.status.connecting';
    case 'connected':
      return connectedStatus(call);
    case 'ended':
      return 'call.ended';
  }
};

/** What the user has to do with their phone; null when it has no part in it, or nothing to say. */
const phoneStatus = ({ phase, kind, phone, hold, remoteAlerting }: Call): TextKey | null => {
  if (phone === null || phase === 'ringing' || phase === 'ended') return null;
  if (kind === 'phone' && phase === 'inviting' && remoteAlerting) return 'call.status.phoneCalling';
  if (phone.state === 'ringing') {
    const isKnown = phone.number !== null;
    return isKnown ? 'call.status.phoneRinging' : 'call.status.phoneRingingUnknown';
  }
  return hold.local || hold.pending ? null : 'call.status.phoneTalking';
};

const connectedStatus = ({ hold, media, meetingMove, transferring }: Call): TextKey => {
  if (transferring) return 'call.status.transferring';
  if (meetingMove === 'underWay') return 'call.status.joiningMeeting';
  if (hold.pending) return hold.local ? 'call.status.resuming' : 'call.status.holding';
  if (media === 'failed') return 'call.status.mediaFailed';
  if (media === 'disconnected') return 'call.status.reconnecting';
  if (hold.local) return hold.remote ? 'call.status.bothHold' : 'call.status.onHold';
  if (hold.remote) return 'call.status.heldByOther';
  return media === 'connecting' ? 'call.status.connecting' : 'call.status.connected';
};

/** Whether sound and picture rest at the moment. */
export const isOnHold = ({ hold }: Call): boolean => hold.local || hold.remote;
