import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useMain, useView } from '../../store/hooks.ts';
import { RingingCall } from '../ringing/ringing-call.tsx';
import { CallScreen } from './call-screen.tsx';
import { CallStrip } from './call-strip.tsx';
import { EndedScreen } from './ended-screen.tsx';
import { shownCalls, stageCall } from './stage.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  call: { flexGrow: 1, minHeight: 0 },
});

/** The call on the stage with the strip of all calls above it; nothing when there is no call. */
export function CallStage() {
  const styles = useStyles();
  const calls = useMain((state) => state.calls);
  const selectedCallId = useView((view) => view.selectedCallId);
  const shown = useMemo(() => shownCalls({ calls }), [calls]);
  const call = stageCall({ calls }, selectedCallId);
  if (call === null) return null;
  return (
    <div className={styles.root}>
      {shown.length > 1 ? <CallStrip calls={shown} current={call} /> : null}
      <div className={styles.call}>
        {call.phase === 'ringing' ? (
          <RingingCall key={call.id} call={call} place="stage" />
        ) : call.phase === 'ended' ? (
          <EndedScreen call={call} />
        ) : (
          <CallScreen key={call.id} call={call} />
        )}
      </div>
    </div>
  );
}
