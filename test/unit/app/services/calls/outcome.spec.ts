import { describe, expect, it } from 'vitest';
import { MediaError } from '../../../../../app/ports/media-engine.ts';
import {
  outcomeOfFailure,
  outcomeOfMediaError,
} from '../../../../../app/services/calls/outcome.ts';

const reason = (code: string, subcode: string | null) => ({
  code,
  subcode,
  message: null,
  parameters: [],
  debugInfo: null,
});

/** direction, code, subcode → kind and failure reason */
const table = [
  ['Outgoing', 'RemoteFailure', 'Declined', 'declined', null],
  ['Outgoing', 'RemoteFailure', 'Busy', 'busy', null],
  ['Outgoing', 'LocalFailure', 'Canceled', 'cancelled', null],
  ['Outgoing', 'RemoteFailure', 'Timeout', 'failed', 'no-answer'],
  ['Outgoing', 'Timeout', null, 'failed', 'no-answer'],
  ['Outgoing', 'RemoteFailure', 'Missed', 'failed', 'no-answer'],
  ['Outgoing', 'RemoteFailure', 'Unreachable', 'failed', 'unreachable'],
  ['Outgoing', 'RemoteFailure', 'DestinationNotFound', 'failed', 'not-found'],
  ['Outgoing', 'RemoteFailure', 'DoNotDisturb', 'failed', 'do-not-disturb'],
  ['Outgoing', 'RemoteFailure', 'MediaEncryptionMismatch', 'failed', 'encryption-mismatch'],
  ['Outgoing', 'LocalFailure', 'MediaFailure', 'failed', 'media-failed'],
  ['Outgoing', 'RemoteFailure', 'NotAllowed', 'failed', 'not-allowed'],
  ['Outgoing', 'RemoteFailure', 'InsufficientBandwidth', 'failed', 'network'],
  ['Outgoing', 'RemoteFailure', 'FromTheFuture', 'failed', 'unknown'],
  ['Outgoing', 'Informational', 'ConnectedElsewhere', 'failed', 'unknown'],
  ['Incoming', 'RemoteFailure', 'Canceled', 'missed', null],
  ['Incoming', 'RemoteFailure', 'Missed', 'missed', null],
  ['Incoming', 'RemoteFailure', 'Timeout', 'missed', null],
  ['Incoming', 'LocalFailure', 'Declined', 'declined', null],
  ['Incoming', 'Informational', 'Declined', 'declined', null],
  ['Incoming', 'Informational', 'ConnectedElsewhere', 'answeredElsewhere', null],
  ['Incoming', 'Informational', 'AcceptedByContact', 'answeredElsewhere', null],
  ['Incoming', 'Informational', 'connectedelsewhere', 'answeredElsewhere', null],
  ['Incoming', 'LocalFailure', 'MediaFailure', 'failed', 'media-failed'],
  ['Incoming', 'RemoteFailure', 'FromTheFuture', 'missed', null],
] as const;

describe('outcomeOfFailure', () => {
  it.each(table)('%s %s/%s → %s %s', (direction, code, subcode, kind, failure) => {
    const outcome = outcomeOfFailure({
      direction,
      reason: reason(code, subcode),
      acceptedBy: null,
    });
    expect(outcome).toMatchObject(failure === null ? { kind } : { kind, reason: failure });
  });

  it('names the contact who took the call, whatever the reason says', () => {
    const kim = { uri: '', name: 'Kim Lindqvist' };
    const given = { direction: 'Incoming', reason: null, acceptedBy: kim } as const;
    expect(outcomeOfFailure(given)).toEqual({ kind: 'answeredElsewhere', by: kim });
  });

  it('keeps code and subcode for the administrator', () => {
    const given = { direction: 'Outgoing', acceptedBy: null } as const;
    const outcome = outcomeOfFailure({ ...given, reason: reason('RemoteFailure', 'Odd') });
    expect(outcome).toMatchObject({ detail: 'RemoteFailure/Odd' });
    expect(outcomeOfFailure({ ...given, reason: null })).toMatchObject({ detail: null });
  });
});

describe('outcomeOfMediaError', () => {
  it('names what the user can do something about', () => {
    const reasons = (['permission-denied', 'no-microphone', 'invalid-sdp'] as const).map((reason) =>
      outcomeOfMediaError(new MediaError(reason, 'for the log')),
    );
    expect(reasons).toMatchObject([
      { reason: 'media-permission' },
      { reason: 'no-microphone' },
      { reason: 'media-failed', detail: 'invalid-sdp' },
    ]);
  });
});
