import type { AppState } from '../../app/domain/app-state.ts';
import type { AwayItem } from '../../app/domain/away.ts';
import type { Conversation } from '../../app/domain/conversation.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { TrayAction, TrayEntry } from './tray-entry.ts';

/** More than this of a kind, and the menu is no menu any more. */
const mostOfAKind = 3;

/** What came and was not seen yet; each entry leads to what it names. */
export function unseenEntries(state: AppState, translator: Translator): readonly TrayEntry[] {
  const unread = Object.values(state.conversations).filter((each) => each.unread > 0);
  return [
    ...shortened(
      state.missed.map((item) => missedEntry(item, translator)),
      'recents',
      translator,
    ),
    ...shortened(
      unread.map((conversation) => unreadEntry(conversation, translator)),
      'chats',
      translator,
    ),
  ];
}

function missedEntry({ id, kind, from }: AwayItem, { translate }: Translator): TrayEntry {
  const name = from.name === '' ? translate('notification.unknownCaller') : from.name;
  const isCall = kind === 'call' || kind === 'videoCall';
  const action: TrayAction = isCall
    ? { type: 'show', place: { kind: 'recents' } }
    : { type: 'show', place: { kind: 'conversation', conversationId: id } };
  return { type: 'action', label: translate(`tray.missed.${kind}`, { name }), action };
}

function unreadEntry(conversation: Conversation, { translate }: Translator): TrayEntry {
  const { id: conversationId, unread: count, subject, remote } = conversation;
  const name = subject === '' ? (remote?.name ?? translate('tray.conversation')) : subject;
  return {
    type: 'action',
    label: translate('tray.unread', { name, count }),
    action: { type: 'show', place: { kind: 'conversation', conversationId } },
  };
}

/** The first few, and one for the rest, which leads to the list of all. */
function shortened(
  entries: readonly TrayEntry[],
  kind: 'recents' | 'chats',
  { translate }: Translator,
): readonly TrayEntry[] {
  if (entries.length <= mostOfAKind) return entries;
  const shown = entries.slice(0, mostOfAKind - 1);
  const label = translate(`tray.more.${kind}`, { count: entries.length - shown.length });
  return [...shown, { type: 'action', label, action: { type: 'show', place: { kind } } }];
}
