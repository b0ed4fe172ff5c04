import { useEffect } from 'react';
import type { Conversation } from '../../../../app/domain/conversation.ts';
import { useAsk } from '../../../store/commands.tsx';
import { useFocusedWindow } from '../../../ui/use-focused-window.ts';

/** Tells main that messages were seen: while they are shown and the user is at this window. */
export const useMarkRead = ({ id, unread }: Conversation, shown: boolean): void => {
  const ask = useAsk();
  const focused = useFocusedWindow();
  useEffect(() => {
    if (shown && focused && unread > 0) {
      void ask('conversations.markRead', { conversationId: id });
    }
  }, [ask, id, unread, shown, focused]);
};
