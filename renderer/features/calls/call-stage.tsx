import type { Call } from '../../../app/domain/call.ts';
import { RingingCall } from '../ringing/ringing-call.tsx';
import { CallScreen } from './call-screen.tsx';
import { EndedScreen } from './ended-screen.tsx';

/** A call at whatever point it is: ringing, going on, over. */
export function CallStage({ call }: { call: Call }) {
  switch (call.phase) {
    case 'ringing':
      return <RingingCall key={call.id} call={call} place="stage" />;
    case 'ended':
      return <EndedScreen call={call} />;
    default:
      return <CallScreen key={call.id} call={call} />;
  }
}
