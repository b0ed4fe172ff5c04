import type { Call } from '../../../app/domain/call.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';

/** The state of a call that is not over, in words. The text may name the other side (`name`). */
export const callStatus = (call: Call): TextKey => {
  switch (call.phase) {
    case 'inviting':
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

const connectedStatus = ({ hold, media, meetingMove }: Call): TextKey => {
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
