import { publishNegotiation } from '../events/conversation-events.ts';
import { isWebRtcOffer } from '../media/offer-check.ts';
import type { Call } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { World } from '../model/world.ts';

/**
 * Lets the caller hear an open line until somebody takes the call: the conference server answers
 * provisionally, as gateways do for ring-back tones and announcements. Whoever takes the call answers for
 * themselves. Comes back when the caller hears it, or when there is nothing to be heard.
 */
export async function announce(world: World, call: Call): Promise<void> {
  if (!isWebRtcOffer(call.offer)) return;
  const person = call.id;
  const attendee = {
    ...{ person, sourceId: 1, placesChanged: () => undefined },
    ...{ muted: () => true, hidden: () => true },
  };
  try {
    const { answer, media } = await world.conferences.join(
      `announcement:${call.id}`,
      attendee,
      call.offer,
    );
    call.stopAnnouncement = () => media.close();
    if (call.state !== 'ringing') {
      media.close();
      return;
    }
    publishNegotiation(call.caller.invitation, {
      id: hexId(),
      kind: 'provisional',
      sdp: answer,
      sessionContext: hexId(),
      remoteEndpoint: `sip:announcement@${world.domain};gruu`,
      msAcceptedContentId: undefined,
    });
  } catch (error) {
    world.trace('conference-failure', { error: String(error) });
  }
}
