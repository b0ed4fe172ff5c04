import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import type { Participant } from '../../../../app/domain/roster.ts';
import { useSend } from '../../../store/commands.tsx';
import {
  MicOffFilled,
  MicRegular,
  MoreHorizontalRegular,
  PersonDeleteRegular,
  PresenterRegular,
  VideoOffRegular,
  VideoRegular,
} from '../../../ui/icons.ts';
import { useText } from '../../../ui/use-text.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { ReasonedItem } from './reasoned-item.tsx';

interface ParticipantMenuProps {
  readonly conversationId: string;
  readonly participant: Participant;
  /** The user may lead the meeting; else that is the reason why something cannot be done. */
  readonly leader: boolean;
}

/** What can be done with somebody who takes part. */
export function ParticipantMenu({ conversationId, participant, leader }: ParticipantMenuProps) {
  const text = useText();
  const send = useSend();
  const [ejecting, setEjecting] = useState(false);
  const { id: participantId, can, role, audio, video, person } = participant;
  const { name } = person;
  const why = text(leader ? 'conversations.notOffered' : 'conversations.leadersOnly');
  const reason = (allowed: boolean): string | null => (allowed ? null : why);
  const mutes = can.unmute || (audio?.muted ?? false);
  const hides = can.unmuteVideo || (video?.muted ?? false);
  const demotes = can.demote || (role === 'Leader' && !can.promote);
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={text('roster.more', { name })}
            title={text('roster.more', { name })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <ReasonedItem
              icon={mutes ? <MicRegular /> : <MicOffFilled />}
              label={text(mutes ? 'roster.unmute' : 'roster.mute')}
              reason={reason(mutes ? can.unmute : can.mute)}
              onClick={() =>
                send('conversations.muteParticipant', {
                  ...{ conversationId, participantId },
                  muted: !mutes,
                })
              }
            />
            {video === null ? null : (
              <ReasonedItem
                icon={hides ? <VideoRegular /> : <VideoOffRegular />}
                label={text(hides ? 'roster.unmuteVideo' : 'roster.muteVideo')}
                reason={reason(hides ? can.unmuteVideo : can.muteVideo)}
                onClick={() =>
                  send('conversations.muteVideo', {
                    ...{ conversationId, participantId },
                    muted: !hides,
                  })
                }
              />
            )}
            <ReasonedItem
              icon={<PresenterRegular />}
              label={text(demotes ? 'roster.demote' : 'roster.promote')}
              reason={reason(demotes ? can.demote : can.promote)}
              onClick={() =>
                send('conversations.setRole', {
                  ...{ conversationId, participantId },
                  role: demotes ? 'Attendee' : 'Leader',
                })
              }
            />
            <ReasonedItem
              icon={<PersonDeleteRegular />}
              label={text('roster.eject')}
              reason={reason(can.eject)}
              onClick={() => setEjecting(true)}
            />
          </MenuList>
        </MenuPopover>
      </Menu>
      {ejecting ? (
        <ConfirmDialog
          title={text('roster.ejectTitle', { name })}
          message={text('roster.ejectText', { name })}
          confirm={text('roster.ejectConfirm')}
          onConfirm={() => send('conversations.eject', { conversationId, participantId })}
          onClose={() => setEjecting(false)}
        />
      ) : null}
    </>
  );
}
