import type { MediaReport } from '../../ports/media-engine.ts';
import type { CallContext } from './call-context.ts';
import type { MeetingMove } from './meeting-move.ts';

/** What the media of a call tells on its own. */
export function handleMediaReport(
  context: CallContext,
  move: MeetingMove,
  report: MediaReport,
): void {
  const { board, clock, ending, registry, store, trace } = context;
  const record = registry.byMedia(report.mediaId);
  if (record === null || record.over) return;
  const callId = record.id;
  // The media that the call had before it went to the phone.
  if (board.get(record.id)?.kind === 'phone') return;
  const phase = board.get(callId)?.phase;
  if (report.type === 'firstPacket') {
    if (phase === 'inviting') {
      if (report.kind === 'audio') board.apply(callId, { type: 'earlyMediaHeard' });
      return;
    }
    trace.mark(report.kind === 'audio' ? 'first-audio-packet' : 'first-video-packet', callId);
    return;
  }
  if (report.type === 'tones') {
    board.apply(callId, { type: 'tonesChanged', possible: report.possible });
    return;
  }
  if (report.type === 'toneSent') {
    board.apply(callId, { type: 'toneSent', tone: report.tone });
    return;
  }
  if (report.type === 'lost') {
    // A call that rings loses no more than its head start.
    if (phase === 'ringing') return;
    const outcome = { kind: 'failed', reason: 'media-lost', detail: null } as const;
    ending.endAndLeave(record, outcome, 'InternalFailure');
    return;
  }
  if (move.mediaTold(record, report.mediaId, report.state)) return;
  if (report.state === 'failed') {
    const connected = store.state.session.phase === 'online';
    const reason = connected ? 'media-failed' : 'network';
    const outcome = { kind: 'failed', reason, detail: 'MediaConnectivityFailure' } as const;
    ending.endAndLeave(record, outcome, 'MediaConnectivityFailure');
    return;
  }
  // Setting up media begins before the other side answers, which the state does not show.
  if (report.state === 'connecting' && phase === 'inviting') return;
  const wasConnected = board.get(callId)?.connectedAtMs != null;
  board.apply(callId, { type: 'mediaChanged', state: report.state, atMs: clock.nowMs() });
  if (report.state === 'connected' && !wasConnected) trace.mark('media-connected', callId);
}
