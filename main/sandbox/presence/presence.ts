import type { Application } from '../model/entities.ts';
import { meetingMedia } from '../model/roster.ts';
import type { Account, Idleness, Presence } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { publishToSelf, publishToWatchers, supportedModalities } from './contact-details.ts';

export function isInCall(world: World, account: Account): boolean {
  return [...world.calls].some(
    (call) =>
      call.state === 'connected' &&
      (call.caller.application.account === account ||
        call.accepted?.application.account === account),
  );
}

/** Whether the user hears or speaks in a meeting, on any of their endpoints. */
function isInConference(world: World, account: Account): boolean {
  return [...world.meetings.values()].some(({ attendances }) =>
    [...attendances.values()].some(
      (attendance) => attendance.account === account && meetingMedia(attendance).has('Audio'),
    ),
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

/** Of several endpoints, the one that was used last speaks. */
function idlenessOf(endpoints: readonly Application[]): Idleness {
  const order: readonly Idleness[] = ['active', 'inactive', 'away'];
  return order.find((each) => endpoints.some(({ idleness }) => idleness === each)) ?? 'away';
}

/** What idleness makes of an availability; those that say "not here" or "not now" stay. */
const idle: Readonly<Record<string, Readonly<Partial<Record<Idleness, string>>>>> = {
  Online: { inactive: 'IdleOnline', away: 'Away' },
  Busy: { inactive: 'IdleBusy', away: 'Away' },
};

/**
 * What others see: offline without an available endpoint, on the phone in a call, else what the
 * user chose, less available the longer no endpoint was used.
 */
export function presenceOf(world: World, account: Account): Presence {
  const endpoints = world.applicationsOf(account).filter(({ available }) => available);
  if (endpoints.length === 0) return { availability: 'Offline' };
  const chosen = account.manualPresence ?? { availability: 'Online' };
  if (chosen.availability === 'DoNotDisturb') return chosen;
  if (isInConference(world, account)) return { availability: 'Busy', activity: 'in-a-conference' };
  if (isInCall(world, account)) return { availability: 'Busy', activity: 'on-the-phone' };
  const availability = idle[chosen.availability]?.[idlenessOf(endpoints)];
  return availability === undefined ? chosen : { availability };
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

/** All that others can see of somebody at a moment. */
function sightOf(world: World, account: Account): { presence: string; modalities: string } {
  const { availability, activity } = presenceOf(world, account);
  const modalities = supportedModalities(world, account);
  return { presence: `${availability} ${activity}`, modalities: modalities.join() };
}

/**
 * Does something, then tells subscribers and the users themselves about every presence that it
 * changed; `except` is an application that learns of it in another way.
 */
export function watchingPresence<T>(world: World, action: () => T, except?: Application): T {
  const before = [...world.accounts.values()].map((account) => ({
    account,
    was: sightOf(world, account),
  }));
  const result = action();
  for (const { account, was } of before) {
    const now = sightOf(world, account);
    if (now.presence !== was.presence) {
      publishToSelf(world, account, 'presence', except);
      publishToWatchers(world, account, 'contactPresence');
    }
    if (now.modalities !== was.modalities)
      publishToWatchers(world, account, 'contactSupportedModalities');
  }
  return result;
}
