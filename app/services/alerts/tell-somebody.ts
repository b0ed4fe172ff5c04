import type { AppState } from '../../domain/app-state.ts';
import { isInCall } from '../../domain/selectors.ts';
import type { CallService } from '../calls/call-service.ts';
import type { UserConversations } from '../conversations/user-conversations.ts';
import type { Tell } from './escalations.ts';

/** What somebody reads about an alert that the user did not acknowledge. */
export type EscalationText = (about: {
  readonly user: string;
  readonly from: string;
  readonly subject: string;
}) => string;

export interface TellDependencies {
  readonly calls: Pick<CallService, 'start'>;
  readonly conversations: Pick<UserConversations, 'startChat'>;
  readonly state: () => AppState;
  readonly text: EscalationText;
}

/**
 * Calls or writes to the person whom the user chose. A call of the user's own is not put on hold for it:
 * then it is a message. Nobody is at this microphone, so the call begins muted.
 */
export const tellSomebody =
  ({ calls, conversations, state, text }: TellDependencies): Tell =>
  async ({ from, subject }, person, by) => {
    const words = text({ user: state().me?.name ?? '', from: from.name || from.uri, subject });
    const importance = 'Emergency';
    if (by === 'message' || isTalking(state())) {
      const message = { format: 'Plain', text: words } as const;
      conversations.startChat({ to: person, importance, message });
    } else {
      const call = { modality: 'audio', importance, joinAudioMuted: true } as const;
      calls.start({ to: person.uri, subject: words, ...call });
    }
  };

const isTalking = ({ calls }: AppState): boolean =>
  isInCall({
    calls: Object.fromEntries(Object.entries(calls).filter(([, { phase }]) => phase !== 'ringing')),
  });
