import { meSender, peopleSender, publish } from '../events/publish.ts';
import type { Account, Application, Presence } from '../model/entities.ts';
import type { World } from '../model/world.ts';
import { accountHref, meHref } from '../resources/hrefs.ts';

export function isInCall(world: World, account: Account): boolean {
  return [...world.calls].some(
    (call) =>
      call.state === 'connected' &&
      (call.caller.application.account === account ||
        call.accepted?.application.account === account),
  );
}

/** Also true while the user's own call is ringing at the other end. */
export function isOnThePhone(world: World, account: Account): boolean {
  return (
    isInCall(world, account) ||
    [...world.calls].some(
      (call) => call.state === 'ringing' && call.caller.application.account === account,
    )
  );
}

/** What others see: offline without an available endpoint, on the phone in a call, else what the user chose. */
export function presenceOf(world: World, account: Account): Presence {
  const reachable = world.applicationsOf(account).some((application) => application.available);
  if (!reachable) return { availability: 'Offline' };
  const chosen = account.manualPresence ?? { availability: 'Online' };
  if (chosen.availability !== 'DoNotDisturb' && isInCall(world, account)) {
    return { availability: 'Busy', activity: 'on-the-phone' };
  }
  return chosen;
}

/** Turns what a client may ask for into what is published; `Offwork` is Away with an activity. */
export function preferredPresence(preferred: string): Presence {
  return preferred === 'Offwork'
    ? { availability: 'Away', activity: 'off-work' }
    : { availability: preferred };
}

export const preferredAvailabilities = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
] as const;

/** Tells a subscriber that somebody's presence is a new one. */
export function publishContactPresence(application: Application, account: Account): void {
  const contact = accountHref(application, account);
  publish(application, peopleSender(application), {
    type: 'updated',
    rel: 'contactPresence',
    href: `${contact}/contactPresence`,
    inside: { rel: 'contact', href: contact },
    priority: 'Medium',
  });
}

function tellEveryone(world: World, account: Account, except: Application | undefined): void {
  for (const application of world.applications.values()) {
    if (application === except) continue;
    if (application.account === account && application.available) {
      publish(application, meSender(application), {
        type: 'updated',
        rel: 'presence',
        href: `${meHref(application)}/presence`,
        priority: 'Medium',
      });
    }
    const watches = [...application.subscriptions.values()].some(({ keys }) =>
      keys.has(account.key),
    );
    if (!watches) continue;
    publishContactPresence(application, account);
  }
}

/**
 * Does something, then tells subscribers and the users themselves about every presence that it
 * changed; `except` is an application that learns of it in another way.
 */
export function watchingPresence<T>(world: World, action: () => T, except?: Application): T {
  const before = [...world.accounts.values()].map((account) => ({
    account,
    was: presenceOf(world, account),
  }));
  const result = action();
  for (const { account, was } of before) {
    const now = presenceOf(world, account);
    if (now.availability !== was.availability || now.activity !== was.activity)
      tellEveryone(world, account, except);
  }
  return result;
}
