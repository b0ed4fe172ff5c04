import type { Call } from '../../../app/domain/call.ts';
import type { Person } from '../../../app/domain/person.ts';
import { CallInboundRegular, VideoRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { useShownNumber } from '../calls/use-call-status.ts';
import { type RingActions, RingButtons } from './ring-buttons.tsx';
import { aboutCaller, ringFacts, ringKind } from './ring-facts.ts';
import { RingFrame } from './ring-frame.tsx';

interface RingScreenProps extends RingActions {
  readonly call: Call;
  /** The caller, when a contact. */
  readonly person: Person | undefined;
  /** Further calls that ring. */
  readonly moreRinging: number;
  /** Another call is talked in. */
  readonly inCall: boolean;
  /** The user's own address. */
  readonly ownUri: string | null;
  /** The small ring window, or the stage of the main window. */
  readonly place: 'window' | 'stage';
}

/** An incoming call: who, about what, how much it matters, and what to do. Escape declines. */
export function RingScreen({
  call,
  person,
  inCall,
  moreRinging,
  ownUri,
  place,
  ...actions
}: RingScreenProps) {
  const text = useText();
  const shownNumber = useShownNumber();
  const facts = ringFacts(call, ownUri).map(({ key, values }) => text(key, values));
  if (call.kind === 'phone') facts.unshift(phoneLine(call.phone?.number ?? null));
  if (moreRinging > 0) facts.push(text('ring.moreWaiting', { count: moreRinging }));
  function phoneLine(number: string | null): string {
    if (number === null) return text('ring.onYourPhoneUnknown');
    return text('ring.onYourPhone', { number: shownNumber(number) });
  }
  return (
    <RingFrame
      importance={call.importance}
      kind={text(ringKind(call))}
      sign={
        call.modality === 'audioVideo' ? (
          <VideoRegular aria-hidden="true" />
        ) : (
          <CallInboundRegular aria-hidden="true" />
        )
      }
      name={call.remote.name === '' ? text('ring.unknownCaller') : call.remote.name}
      uri={call.remote.uri}
      about={aboutCaller(call.remote, person)}
      subject={call.subject}
      facts={facts}
      place={place}
      onEscape={call.can.decline ? () => actions.onDecline('Local') : undefined}
    >
      <RingButtons call={call} inCall={inCall} focusAnswer={place === 'window'} {...actions} />
    </RingFrame>
  );
}
