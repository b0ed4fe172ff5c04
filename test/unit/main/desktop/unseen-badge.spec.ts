import { castDraft } from 'immer';
import { expect, it } from 'vitest';
import { newConversation } from '../../../../app/domain/conversation.ts';
import { UnseenBadge } from '../../../../main/desktop/unseen-badge.ts';
import { signedInStore } from '../support/scripted-state.ts';

it('shows how many things wait, and tells the desktop only when the number changes', () => {
  const store = signedInStore();
  const shown: number[] = [];
  const badge = new UnseenBadge(store, (count) => shown.push(count));
  badge.start();
  const chat = { id: 'k1', state: 'Connected', startedAtMs: 1, unread: 2 } as const;
  store.update((draft) => {
    draft.conversations.k1 = castDraft(newConversation(chat));
  });
  store.update((draft) => {
    draft.settings.ringTone = false;
  });
  store.update((draft) => {
    draft.missed = [
      {
        ...{ id: 'c1', kind: 'call', from: { uri: '', name: '' } },
        ...{ atMs: 1, subject: '', importance: 'Normal', preview: '' },
      },
    ];
  });
  badge.stop();
  expect(shown).toEqual([2, 3, 0]);
});
