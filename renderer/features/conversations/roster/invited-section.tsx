import { Button, Spinner } from '@fluentui/react-components';
import type { InvitedPerson } from '../../../../app/domain/conversation.ts';
import { useText } from '../../../ui/use-text.ts';
import { invitedState } from '../conversation-words.ts';
import { RosterRow } from './roster-row.tsx';
import { RosterSection } from './roster-section.tsx';

interface InvitedSectionProps {
  readonly invited: readonly InvitedPerson[];
  readonly canAsk: boolean;
  readonly onAskAgain: (uri: string) => void;
}

/** Those who were asked and are not here: still thinking, or what they said. */
export function InvitedSection({ invited, canAsk, onAskAgain }: InvitedSectionProps) {
  const text = useText();
  return (
    <RosterSection
      label={text('roster.invited')}
      heading={text('roster.invitedCount', { count: invited.length })}
    >
      {invited.map((each) => {
        const { id, person, outcome } = each;
        const { name } = person;
        const state = invitedState(each);
        return (
          <RosterRow
            key={id}
            person={person}
            name={name}
            about={text(state.key, state.values)}
            whole
          >
            {outcome === null ? (
              <Spinner size="tiny" aria-hidden />
            ) : (
              <Button
                size="small"
                aria-label={text('roster.askAgainName', { name })}
                disabledFocusable={!canAsk}
                title={canAsk ? undefined : text('conversations.notOffered')}
                onClick={() => onAskAgain(person.uri)}
              >
                {text('roster.askAgain')}
              </Button>
            )}
          </RosterRow>
        );
      })}
    </RosterSection>
  );
}
