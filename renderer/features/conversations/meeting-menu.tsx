import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { isMeeting } from '../../../app/domain/selectors.ts';
import { useSend } from '../../store/commands.tsx';
import {
  CopyRegular,
  DismissRegular,
  DoorArrowRightRegular,
  MoreHorizontalRegular,
  PersonAddRegular,
} from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { joinInformation } from './join-information.ts';
import { ReasonedItem } from './roster/reasoned-item.tsx';

interface MeetingMenuProps {
  readonly conversation: Conversation;
  readonly onAddPeople: () => void;
}

/** What is done less often: how others join, leaving. */
export function MeetingMenu({ conversation, onAddPeople }: MeetingMenuProps) {
  const text = useText();
  const send = useSend();
  const { id: conversationId, meeting, can, state } = conversation;
  const over = state === 'Disconnected' || state === 'Ended';
  const information = meeting === null ? '' : joinInformation(meeting, text);
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={text('conversations.more')}
            title={text('conversations.more')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <ReasonedItem
              icon={<PersonAddRegular />}
              label={text('conversations.addPeople')}
              reason={can.addParticipant ? null : text('conversations.notOffered')}
              onClick={onAddPeople}
            />
            {isMeeting(conversation) && !over ? (
              <>
                <ReasonedItem
                  icon={<CopyRegular />}
                  label={text('conversations.copyInfo')}
                  reason={information === '' ? text('conversations.notOffered') : null}
                  onClick={() => send('window.copyText', { text: information })}
                />
              </>
            ) : null}
            {over ? (
              <ReasonedItem
                icon={<DismissRegular />}
                label={text('conversations.close')}
                reason={null}
                onClick={() => send('conversations.dismiss', { conversationId })}
              />
            ) : (
              <ReasonedItem
                icon={<DoorArrowRightRegular />}
                label={text(
                  isMeeting(conversation) ? 'conversations.leaveMeeting' : 'conversations.leave',
                )}
                reason={can.leave ? null : text('conversations.notOffered')}
                onClick={() => send('conversations.leave', { conversationId })}
              />
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
