import { useEffect, useSyncExternalStore } from 'react';
import type { Conversation } from '../../../../app/domain/conversation.ts';
import { useAsk } from '../../../store/commands.tsx';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
};

/** Tells main that messages were seen: while they are shown and the user is at this window. */
export const useMarkRead = ({ id, unread }: Conversation, shown: boolean): void => {
  const ask = useAsk();
  const focused = useSyncExternalStore(subscribe, () => document.hasFocus());
  useEffect(() => {
    if (shown && focused && unread > 0) {
      void ask('conversations.markRead', { conversationId: id });
    }
  }, [ask, id, unread, shown, focused]);
};
