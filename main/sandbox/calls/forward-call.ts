import type { Call } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { failCall } from './end-call.ts';
import { failLeg } from './leg.ts';
import { ring } from './start-call.ts';

/** A ringing call stops ringing wherever it does, and rings at somebody else. */
export function forwardCall(world: World, call: Call, toUri: string): void {
  const callee = findAccount(world, toUri);
  const { callee: from } = call;
  const legs = call.ringing;
  call.cancelTimeout();
  call.ringing = [];
  call.callee = callee;
  for (const leg of legs) failLeg(leg, reasons.forwarded);
  if (callee === undefined) failCall(world, call, reasons.destinationNotFound);
  else ring(world, call, callee, from);
}
