import { useCallback } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import { callAlertId } from '../../../app/domain/current-alerts.ts';
import { personKey } from '../../../app/domain/person.ts';
import { activeCall, ringingCalls } from '../../../app/domain/selectors.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { callSelected } from '../../store/view-slice.ts';
import { RingScreen } from './ring-screen.tsx';

/** The ring screen of a call of the store, with its buttons at work. */
export function RingingCall({ call, place }: { call: Call; place: 'window' | 'stage' }) {
  const send = useSend();
  const dispatch = useAppDispatch();
  const callId = call.id;
  const person = useMain(({ people }) => people[personKey(call.remote.uri)]);
  const ownUri = useMain(({ me }) => me?.uri ?? null);
  const inCall = useMain((state) => {
    const active = activeCall(state);
    return active !== null && !active.hold.local;
  });
  const moreRinging = useMain((state) => ringingCalls(state).length - 1);
  const answer = useCallback(
    (modality: Call['modality']) => {
      dispatch(callSelected(callId));
      send('calls.answer', { callId, modality });
    },
    [dispatch, send, callId],
  );
  const answerOnPhone = useCallback(() => {
    dispatch(callSelected(callId));
    send('calls.answer', { callId, via: 'phone' });
  }, [dispatch, send, callId]);
  const decline = useCallback(
    (scope: 'Local' | 'Global', message?: string) =>
      send('calls.decline', { callId, scope, message }),
    [send, callId],
  );
  const acknowledge = useCallback(
    () => send('alerts.acknowledge', { alertId: callAlertId(callId) }),
    [send, callId],
  );
  return (
    <RingScreen
      call={call}
      person={person}
      moreRinging={moreRinging}
      place={place}
      inCall={inCall}
      ownUri={ownUri}
      onAcknowledge={acknowledge}
      onAnswerOnPhone={answerOnPhone}
      onAnswer={answer}
      onDecline={decline}
    />
  );
}
