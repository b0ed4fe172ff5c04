import type { Recent } from '../../../app/domain/history.ts';
import {
  CallDismissRegular,
  CallInboundRegular,
  CallMissedRegular,
  CallOutboundRegular,
  ChatRegular,
  PeopleTeamRegular,
} from '../../ui/icons.ts';

/** What a line of the history was: a chat, a meeting, or how a call went. */
export function RecentIcon({ recent, className }: { recent: Recent; className: string }) {
  const props = { className, 'aria-hidden': true };
  if (recent.type === 'chat') return <ChatRegular {...props} />;
  if (recent.type === 'meeting') return <PeopleTeamRegular {...props} />;
  const incoming = recent.direction === 'Incoming';
  switch (recent.outcome.kind) {
    case 'missed':
      return incoming ? <CallMissedRegular {...props} /> : <CallOutboundRegular {...props} />;
    case 'declined':
    case 'busy':
    case 'failed':
      return <CallDismissRegular {...props} />;
    default:
      return incoming ? <CallInboundRegular {...props} /> : <CallOutboundRegular {...props} />;
  }
}
