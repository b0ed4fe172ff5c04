import { Button } from '@fluentui/react-components';
import type { Conversation, ConversationSelf } from '../../../../app/domain/conversation.ts';
import type { TextKey } from '../../../../app/i18n/text-key.ts';
import { useSend } from '../../../store/commands.tsx';
import { useMain } from '../../../store/hooks.ts';
import { MicOffFilled, VideoOffRegular } from '../../../ui/icons.ts';
import { useText } from '../../../ui/use-text.ts';
import { RosterRow } from './roster-row.tsx';

const roles = {
  Leader: ['roster.leader'],
  Attendee: ['roster.attendee'],
  Unknown: [],
} as const satisfies Record<ConversationSelf['role'], readonly TextKey[]>;

/** The user's own line; it says so when the server keeps them from being heard or seen, and lets them change it. */
export function OwnRow({ conversation: { id, self } }: { conversation: Conversation }) {
  const text = useText();
  const send = useSend();
  const me = useMain((state) => state.me);
  if (me === null) return null;
  const muted = self?.audioMuted === true;
  const hidden = self?.videoMuted === true;
  const about: readonly TextKey[] = [
    ...(self?.organizer === true
      ? (['roster.organizer'] as const)
      : roles[self?.role ?? 'Unknown']),
    ...(muted ? (['roster.mutedByServer'] as const) : []),
    ...(hidden ? (['roster.videoMutedByServer'] as const) : []),
  ];
  const back = { conversationId: id, participantId: null, muted: false };
  return (
    <RosterRow
      person={me}
      name={text('roster.you', { name: me.name })}
      about={about.map((key) => text(key)).join(' · ')}
      marks={
        <>
          {hidden ? <VideoOffRegular /> : null}
          {muted ? <MicOffFilled /> : null}
        </>
      }
      whole
      wrap
    >
      {muted && self.canUnmuteAudio ? (
        <Button size="small" onClick={() => send('conversations.muteParticipant', back)}>
          {text('roster.unmuteSelf')}
        </Button>
      ) : null}
      {hidden && self.canUnmuteVideo ? (
        <Button size="small" onClick={() => send('conversations.muteVideo', back)}>
          {text('roster.unmuteVideoSelf')}
        </Button>
      ) : null}
    </RosterRow>
  );
}
