import { channelFaults } from './channel-faults.ts';
import type { Fault } from './fault.ts';
import { invitationFaults } from './invitation-faults.ts';
import { misbehaviours } from './misbehaviours.ts';
import { refusals } from './refusals.ts';

/** Every fault that can be turned on, by `--fault NAME` or `sandbox.control.fault(name)`. */
export const faults: readonly Fault[] = [
  ...refusals,
  ...misbehaviours,
  ...channelFaults,
  ...invitationFaults,
];

/** The faults as `--fault list` prints them, one a line. */
export function faultList(): string {
  const width = Math.max(...faults.map(({ name }) => name.length));
  return faults.map(({ name, description }) => `${name.padEnd(width)}  ${description}`).join('\n');
}
