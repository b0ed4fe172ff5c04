import { findAccount } from '../model/find-account.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';

/** Somebody who rings for a call. */
export interface Destination {
  readonly account: Account;
  /** Who was called and sent the call on. */
  readonly forwardedBy: Account | undefined;
  /** Several people ring for the one who was called. */
  readonly teamRing: boolean;
}

function people(
  world: World,
  { user }: Account,
  { target, contactUri }: { readonly target: string; readonly contactUri: string | undefined },
): readonly Account[] {
  const addresses = {
    Contact: contactUri === undefined ? [] : [contactUri],
    Delegates: user.delegates ?? [],
    Team: user.team ?? [],
  };
  const named = Object.entries(addresses).find(([name]) => name === target)?.[1] ?? [];
  return named.flatMap((address) => findAccount(world, address) ?? []);
}

/** Who rings when somebody is called: they themselves, as their forwarding has it others too or instead. */
export function destinationsOf(world: World, callee: Account): readonly Destination[] {
  const { activeSetting, immediate, simultaneousRing } = callee.forwarding;
  const self = { account: callee, forwardedBy: undefined, teamRing: false };
  if (activeSetting === 'ImmediateForward') {
    const others = people(world, callee, immediate);
    const toSomebody = others.map((account) => {
      return { account, forwardedBy: callee, teamRing: others.length > 1 };
    });
    return toSomebody.length === 0 ? [self] : toSomebody;
  }
  if (activeSetting !== 'SimultaneousRing') return [self];
  const others = people(world, callee, simultaneousRing);
  return [self, ...others.map((account) => ({ account, forwardedBy: callee, teamRing: true }))];
}

/** Whoever takes calls to emergency numbers. */
export function emergencyDesk(world: World): Account | undefined {
  return [...world.accounts.values()].find(({ user }) => user.takesEmergencyCalls === true);
}
