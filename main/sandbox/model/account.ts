import type { DistributionGroup, SandboxUser } from '../user.ts';
import { noForwarding } from './call-forwarding.ts';
import { initialContactList } from './contact-list.ts';
import { ConversationLogs } from './conversation-log.ts';
import { hexId } from './ids.ts';
import { initialPhones } from './phones.ts';
import type { Account } from './user-account.ts';

/** What everybody of a company has in common. */
export interface Directory {
  readonly users: readonly SandboxUser[];
  readonly distributionGroups: readonly DistributionGroup[];
}

/** A user as the server remembers them at first. */
export function createAccount(
  user: SandboxUser,
  directory: Directory,
  nowMs: () => number,
): Account {
  return {
    key: user.uri.toLowerCase(),
    user,
    anonymous: false,
    guestOf: undefined,
    manualPresence: undefined,
    note: '',
    location: '',
    phones: initialPhones(user),
    contactList: initialContactList(user, directory.users, directory.distributionGroups),
    lastActiveMs: nowMs(),
    logs: new ConversationLogs(nowMs),
    outstanding: 0,
    forwarding: noForwarding(),
    offerForm: user.offerForm ?? 'sdp',
    offerTampers: [],
    announces: false,
    decorations: [],
  };
}

/** Somebody without an account who joins one meeting, or none. Nobody else can find them. */
export function createGuest(
  domain: string,
  nowMs: () => number,
  guestOf: string | undefined,
): Account {
  const uri = `sip:guest-${hexId()}@${domain}`;
  const user: SandboxUser = { uri, userName: '', password: '', name: 'Guest' };
  const account = createAccount(user, { users: [], distributionGroups: [] }, nowMs);
  return { ...account, anonymous: true, guestOf };
}
