import { useEffect, useMemo } from 'react';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { stageShown } from '../../store/view-slice.ts';
import { CallStage } from '../calls/call-stage.tsx';
import { ConversationPage } from '../conversations/conversation-page.tsx';
import { type Stage, stageOf } from '../conversations/stage-conversation.ts';

/** What is on the stage now; null: nothing is. */
export function useStage(): Stage | null {
  const calls = useMain((state) => state.calls);
  const conversations = useMain((state) => state.conversations);
  const selectedCallId = useView((view) => view.selectedCallId);
  const selectedConversationId = useView((view) => view.selectedConversationId);
  const visited = useView((view) => view.visited);
  return useMemo(
    () => stageOf({ calls, conversations }, { selectedCallId, selectedConversationId, visited }),
    [calls, conversations, selectedCallId, selectedConversationId, visited],
  );
}

/** The conversation on the stage. It stays itself, whatever becomes of the call in it. */
export function StageView({ stage, shown }: { readonly stage: Stage; readonly shown: boolean }) {
  const dispatch = useAppDispatch();
  const ask = useAsk();
  const { conversationId, conversation, call } = stage;
  useEffect(() => {
    dispatch(stageShown(conversationId));
  }, [dispatch, conversationId]);
  useEffect(() => {
    if (!shown) return;
    void ask('conversations.view', { conversationId });
    return () => void ask('conversations.view', { conversationId: null });
  }, [ask, conversationId, shown]);
  if (conversation !== null) {
    return (
      <ConversationPage
        key={conversationId}
        conversation={conversation}
        call={call}
        shown={shown}
      />
    );
  }
  return call === null ? null : <CallStage call={call} />;
}
