import type { Account } from './user-account.ts';

/** Whether somebody may call in the name of another. */
export function isDelegateOf(account: Account, delegator: Account): boolean {
  return (delegator.user.delegates ?? []).some((uri) => uri.toLowerCase() === account.key);
}

/** Whether there is somebody in whose name the user may call. */
export function hasDelegators({ contactList }: Account): boolean {
  return [...contactList.groups.values()].some(
    ({ rel, members }) => rel === 'delegatorsGroup' && members.size > 0,
  );
}
