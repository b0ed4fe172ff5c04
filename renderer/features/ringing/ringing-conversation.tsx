import type { Conversation } from '../../../app/domain/conversation.ts';
import { useSend } from '../../store/commands.tsx';
import {
  CalendarRegular,
  CallDismissRegular,
  CallFilled,
  ChatRegular,
  CheckmarkRegular,
  VideoFilled,
} from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { type AlertButton, AlertButtons } from './alert-buttons.tsx';
import { RingFrame } from './ring-frame.tsx';

interface RingingConversationProps {
  readonly alertId: string;
  readonly conversation: Conversation;
  readonly type: 'meeting' | 'message';
  readonly acknowledge: boolean;
}

/** Somebody asks the user into a meeting or a chat, or wrote something that cannot wait. */
export function RingingConversation(props: RingingConversationProps) {
  const { alertId, conversation, type, acknowledge } = props;
  const text = useText();
  const send = useSend();
  const { id, importance, remote, subject, can } = conversation;
  const conversationId = id;
  const kind =
    importance === 'Normal' ? (`alert.${type}` as const) : (`alert.${type}.${importance}` as const);
  const decline: AlertButton = {
    label: text('alert.decline'),
    icon: <CallDismissRegular />,
    disabled: !can.decline,
    onClick: () => send('conversations.decline', { conversationId }),
  };
  const seen: AlertButton = {
    label: text('alert.acknowledge'),
    icon: <CheckmarkRegular />,
    onClick: () => send('alerts.acknowledge', { alertId }),
  };
  const open: AlertButton = {
    label: text('alert.openChat'),
    icon: <ChatRegular />,
    onClick: () => {
      send('alerts.acknowledge', { alertId });
      send('window.show', { conversationId });
    },
  };
  const join = (label: string, icon: AlertButton['icon'], modality: 'audio' | 'audioVideo') => ({
    label,
    ...(icon === undefined ? {} : { icon }),
    onClick: () => {
      send('window.show', { conversationId });
      send('conversations.accept', { conversationId, join: modality });
    },
  });
  const accept: AlertButton = {
    label: text('alert.accept'),
    icon: <ChatRegular />,
    onClick: () => {
      send('window.show', { conversationId });
      send('conversations.accept', { conversationId });
    },
  };
  const ways = can.accept
    ? type === 'meeting'
      ? [
          join(text('alert.join'), <CallFilled />, 'audio'),
          join(text('alert.joinVideo'), <VideoFilled />, 'audioVideo'),
          decline,
        ]
      : [accept, decline]
    : [open];
  return (
    <RingFrame
      importance={importance}
      kind={text(kind)}
      sign={
        type === 'meeting' ? (
          <CalendarRegular aria-hidden="true" />
        ) : (
          <ChatRegular aria-hidden="true" />
        )
      }
      name={remote?.name || text('ring.unknownCaller')}
      uri={remote?.uri ?? ''}
      subject={subject}
      facts={[]}
      place="window"
      onEscape={can.accept && can.decline ? decline.onClick : undefined}
    >
      <AlertButtons buttons={acknowledge ? [...ways, seen] : ways} />
    </RingFrame>
  );
}
