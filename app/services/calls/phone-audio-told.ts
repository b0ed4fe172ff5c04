import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readPhoneAudio } from '../../ucwa/resources/phone-audio.ts';
import type { CallContext } from './call-context.ts';
import type { CallRecord } from './call-record.ts';

/** The server tells how the user's phone stands in a call. */
export function phoneAudioTold(context: CallContext, record: CallRecord, resource: Resource): void {
  const { board, ending } = context;
  const { href, state, links } = readPhoneAudio(resource);
  record.phoneAudio = resource;
  record.phoneAudioHref = href ?? record.phoneAudioHref;
  if (record.over) {
    // It was answered while the call was being ended here.
    if (state === 'Connected') ending.leave(record, 'Cancel');
    return;
  }
  if (state === 'Disconnected') disconnected(context, record);
  else if (state === 'Connected') connected(context, record, links.resumePhoneAudio !== null);
  board.setOffers(record.id, {
    holdPhoneAudio: links.holdPhoneAudio !== null,
    resumePhoneAudio: links.resumePhoneAudio !== null,
  });
}

function connected(context: CallContext, record: CallRecord, isHeld: boolean): void {
  const { board, clock, media, logger } = context;
  if (board.get(record.id)?.phone?.state !== 'talking') {
    record.answered = true;
    record.phoneMove = null;
    board.apply(record.id, { type: 'phoneConnected', atMs: clock.nowMs() });
    media.close(record.mediaId).catch((error: unknown) => {
      logger.warn('The media of a call could not be closed', { callId: record.id, error });
    });
  }
  const hold = board.get(record.id)?.hold;
  // Held with the phone's own keys, or from another device.
  if (hold?.pending === false && hold.local !== isHeld) {
    board.apply(record.id, { type: 'holdSettled', local: isHeld });
  }
}

/** Nobody talks on the phone any more. While it rings, the invitation says how that ended. */
function disconnected({ board, ending }: CallContext, record: CallRecord): void {
  const call = board.get(record.id);
  if (call?.kind === 'phone' && call.phone?.state === 'talking') {
    ending.end(record, { kind: 'answered' });
  }
}
