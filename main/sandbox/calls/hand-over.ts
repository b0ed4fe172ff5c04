import { publishAudioVideo } from '../events/conversation-events.ts';
import type { Application, Call, CallLeg } from '../model/entities.ts';
import type { ModalityState } from '../model/media-session.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';

/** A call that somebody may take over, and who is left in it. */
export interface Replaced {
  readonly call: Call;
  /** Who handed it over. */
  readonly by: CallLeg;
  readonly other: CallLeg;
}

const legsOf = ({ accepted, caller }: Call): readonly CallLeg[] =>
  accepted === undefined ? [] : [caller, accepted];

function move({ conversation }: CallLeg, state: ModalityState): void {
  if (conversation.audioVideo.state === state) return;
  conversation.audioVideo.state = state;
  publishAudioVideo(conversation);
}

/**
 * As when a client of this user hands over the call that they are in: whom they talk with waits for a call
 * of `to`, which takes the place of this one.
 * @param announced the one who is left hears that they are being transferred
 * @throws when the user is in no call
 */
export function handOver(world: World, by: Account, to: Account, announced: boolean): void {
  for (const call of world.calls) {
    const leg = legsOf(call).find(({ application }) => application.account === by);
    const other = legsOf(call).find((candidate) => candidate !== leg);
    if (leg === undefined || other === undefined || call.state !== 'connected') continue;
    call.handover = { by: leg, to };
    if (announced) move(other, 'Transferring');
    return;
  }
  throw new Error(`${by.user.uri} is in no call`);
}

/** The call that a new one takes the place of. */
export function replacedBy(
  world: World,
  caller: Application,
  callee: Account | undefined,
): Replaced | undefined {
  for (const call of world.calls) {
    const { handover } = call;
    if (handover?.to !== caller.account || call.state !== 'connected') continue;
    const other = legsOf(call).find((leg) => leg !== handover.by);
    if (other?.application.account === callee && other !== undefined)
      return { call, by: handover.by, other };
  }
  return undefined;
}

/** Nobody took it over: it goes on as it was. */
export function keepReplaced({ replaces }: Call): void {
  if (replaces?.state !== 'connected') return;
  replaces.handover = undefined;
  for (const leg of legsOf(replaces)) {
    if (leg.conversation.audioVideo.state === 'Transferring') move(leg, 'Connected');
  }
}
