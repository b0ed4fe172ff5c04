import { useEffect, useRef } from 'react';
import { activeCall, mostPressingRingingCall } from '../../../app/domain/selectors.ts';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { callSelected, stageClosed } from '../../store/view-slice.ts';

/**
 * A call that comes up is what matters now: it comes onto the stage, and stays there when it goes on in
 * another conversation. When what was there is gone,
 * the lists are seen again.
 */
export const useStageFollows = (stageId: string | null): void => {
  const dispatch = useAppDispatch();
  const pressing = useMain((state) => activeCall(state) ?? mostPressingRingingCall(state));
  const pressingId = pressing?.id ?? null;
  const place = pressing?.conversationId ?? null;
  useEffect(() => {
    if (pressingId !== null && place !== null) dispatch(callSelected(pressingId));
  }, [dispatch, pressingId, place]);

  const conversations = useMain((state) => state.conversations);
  const before = useRef<string | null>(null);
  useEffect(() => {
    const gone = before.current !== null && conversations[before.current] === undefined;
    if (before.current !== stageId && (stageId === null || gone) && pressingId === null) {
      dispatch(stageClosed());
    }
    before.current = stageId;
  }, [dispatch, conversations, stageId, pressingId]);
};
