import type { CallActions } from '../../domain/call.ts';
import type { Attention } from '../../ports/attention.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MediaEngine } from '../../ports/media-engine.ts';
import type { Random } from '../../ports/random.ts';
import type { Trace } from '../../ports/trace.ts';
import { CommandFailure } from '../command-failure.ts';
import type { StateStore } from '../state-store.ts';
import type { CallBoard } from './call-board.ts';
import type { CallConversations } from './call-conversations.ts';
import type { CallEnding } from './call-ending.ts';
import type { CallRecord } from './call-record.ts';
import type { CallRegistry } from './call-registry.ts';
import type { EncryptionPolicy } from './encryption-policy.ts';
import type { ServerLink } from './server-link.ts';

/** What every part of the calls works with. */
export interface CallContext {
  readonly store: StateStore;
  readonly board: CallBoard;
  readonly registry: CallRegistry;
  readonly ending: CallEnding;
  readonly server: ServerLink;
  readonly encryption: EncryptionPolicy;
  readonly conversations: CallConversations;
  readonly media: MediaEngine;
  readonly attention: Attention;
  readonly clock: Clock;
  readonly random: Random;
  readonly trace: Trace;
  readonly logger: Logger;
}

/** @throws CommandFailure 'not-found' when the call is over or was never there */
function requireCall(context: CallContext, callId: string): CallRecord {
  const record = context.registry.get(callId);
  if (record === null || record.over) throw new CommandFailure('not-found', 'error.callNotFound');
  return record;
}

/** The call, if the user can do `action` with it now. @throws CommandFailure */
export function requireAction(
  context: CallContext,
  callId: string,
  action: keyof CallActions,
): CallRecord {
  const record = requireCall(context, callId);
  if (context.board.get(callId)?.can[action] === true) return record;
  throw new CommandFailure('not-allowed', 'error.notPossibleNow');
}
