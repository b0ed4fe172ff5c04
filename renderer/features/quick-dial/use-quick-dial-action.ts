import { chosenPhone } from '../../../app/domain/calling.ts';
import type { CommandError, CommandReply } from '../../../app/ipc/contract.ts';
import { useAsk, useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import type { QuickDialActionName } from './quick-dial-actions.ts';

/** Reaches `to` and has the main window show it; gives the error that keeps the palette open. */
export const useQuickDialAction = (): ((
  name: QuickDialActionName,
  to: string,
) => Promise<CommandError | null>) => {
  const ask = useAsk();
  const send = useSend();
  const phoneNumber = useMain(({ calling, settings }) =>
    chosenPhone(calling, settings.phoneNumber),
  );
  const called = (to: string, reply: CommandReply<'calls.start'>): CommandError | null => {
    if (reply.ok) {
      send('quickDial.finish', { to: 'call', callId: reply.value.callId });
      return null;
    }
    if (reply.error.messageKey !== 'error.confirmEmergency') return reply.error;
    send('quickDial.finish', { to: 'emergency', number: to });
    return null;
  };
  return async (name, to) => {
    switch (name) {
      case 'call':
        return called(to, await ask('calls.start', { to, modality: 'audio' }));
      case 'video':
        return called(to, await ask('calls.start', { to, modality: 'audioVideo' }));
      case 'phone': {
        const own = phoneNumber === null ? {} : { phoneNumber };
        const wish = { to, modality: 'audio', via: 'phone', ...own } as const;
        return called(to, await ask('calls.start', wish));
      }
      case 'chat': {
        const reply = await ask('conversations.startChat', { to });
        if (!reply.ok) return reply.error;
        send('quickDial.finish', { to: 'chat', conversationId: reply.value.conversationId });
        return null;
      }
      case 'meet': {
        const reply = await ask('conversations.startMeeting', { join: 'audio' });
        if (!reply.ok) return reply.error;
        const { conversationId } = reply.value;
        send('quickDial.finish', { to: 'meeting', conversationId, invite: to });
        return null;
      }
    }
  };
};
