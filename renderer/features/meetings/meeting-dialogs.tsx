import { useMain, useMeetings } from '../../store/hooks.ts';
import { CancelMeetingDialog } from './cancel-meeting-dialog.tsx';
import { JoinMeetingDialog } from './join-meeting-dialog.tsx';
import { MeetingDetailsDialog } from './meeting-details-dialog.tsx';
import { MeetingFormDialog } from './meeting-form-dialog.tsx';

/** The dialog about a meeting that is open, if one is. A meeting that is gone has none. */
export function MeetingDialogs() {
  const { dialog, meetingId, draft } = useMeetings();
  const meeting = useMain(
    ({ meetings }) => meetings.list.find(({ id }) => id === meetingId) ?? null,
  );
  switch (dialog) {
    case 'join':
      return <JoinMeetingDialog />;
    case 'details':
      return meeting === null ? null : <MeetingDetailsDialog meeting={meeting} />;
    case 'cancel':
      return meeting === null ? null : <CancelMeetingDialog meeting={meeting} />;
    case 'form':
      return draft === null ? null : <MeetingFormDialog draft={draft} meeting={meeting} />;
    case 'none':
      return null;
  }
}
