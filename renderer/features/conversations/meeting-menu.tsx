import {
  Button,
  Menu,
  MenuDivider,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { isMeeting } from '../../../app/domain/conversation-kind.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import {
  CallEndFilled,
  CopyRegular,
  DismissRegular,
  DoorArrowRightRegular,
  MicOffFilled,
  MoreHorizontalRegular,
  PersonAddRegular,
  PhoneDesktopRegular,
} from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { joinInformation } from './join-information.ts';
import { ReasonedItem } from './roster/reasoned-item.tsx';

interface MeetingMenuProps {
  readonly conversation: Conversation;
  readonly onAddPeople: () => void;
}

/** What is done less often: how others join, what attendees may, leaving and ending. */
export function MeetingMenu({ conversation, onAddPeople }: MeetingMenuProps) {
  const text = useText();
  const send = useSend();
  const mayPhone = useMain((state) => state.can.startPhoneAudio);
  const [ending, setEnding] = useState(false);
  const { id: conversationId, meeting, can, self, state } = conversation;
  const over = state === 'Disconnected' || state === 'Ended';
  const leader = self?.role === 'Leader' || self?.organizer === true;
  const why = text(leader ? 'conversations.notOffered' : 'conversations.leadersOnly');
  const information = meeting === null ? '' : joinInformation(meeting, text);
  const checked = {
    audience: [
      ...(meeting?.audienceMute === true ? ['mute'] : []),
      ...(meeting?.audienceMessaging === true ? ['messaging'] : []),
    ],
  };
  return (
    <>
      <Menu positioning="below-end" checkedValues={checked}>
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
            {isMeeting(conversation) || over || !mayPhone ? null : (
              <ReasonedItem
                icon={<PhoneDesktopRegular />}
                label={text('person.callOnPhone')}
                reason={can.callOnPhone ? null : text('conversations.notOffered')}
                onClick={() => send('calls.startIn', { conversationId, via: 'phone' })}
              />
            )}
            {isMeeting(conversation) && !over ? (
              <>
                <ReasonedItem
                  icon={<CopyRegular />}
                  label={text('conversations.copyInfo')}
                  reason={information === '' ? text('conversations.notOffered') : null}
                  onClick={() => send('window.copyText', { text: information })}
                />
                <MenuDivider />
                <ReasonedItem
                  icon={<MicOffFilled />}
                  label={text('conversations.muteAll')}
                  reason={can.muteAll ? null : why}
                  onClick={() => send('conversations.muteAll', { conversationId })}
                />
                <MenuItemCheckbox
                  name="audience"
                  value="mute"
                  disabled={!can.setAudienceMute}
                  title={can.setAudienceMute ? undefined : why}
                  onClick={() => {
                    const enabled = meeting?.audienceMute !== true;
                    send('conversations.setAudienceMute', { conversationId, enabled });
                  }}
                >
                  {text('conversations.audienceMute')}
                </MenuItemCheckbox>
                <MenuItemCheckbox
                  name="audience"
                  value="messaging"
                  disabled={!can.setAudienceMessaging}
                  title={can.setAudienceMessaging ? undefined : why}
                  onClick={() => {
                    const enabled = meeting?.audienceMessaging !== true;
                    send('conversations.setAudienceMessaging', { conversationId, enabled });
                  }}
                >
                  {text('conversations.audienceMessaging')}
                </MenuItemCheckbox>
                <MenuDivider />
                <ReasonedItem
                  icon={<CallEndFilled />}
                  label={text('conversations.endMeeting')}
                  reason={can.end ? null : why}
                  onClick={() => setEnding(true)}
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
      {ending ? (
        <ConfirmDialog
          title={text('conversations.endTitle')}
          message={text('conversations.endText')}
          confirm={text('conversations.endConfirm')}
          onConfirm={() => send('conversations.end', { conversationId })}
          onClose={() => setEnding(false)}
        />
      ) : null}
    </>
  );
}
