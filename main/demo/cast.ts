import type { PreferredAvailability } from '../../app/domain/presence.ts';

/** What a colleague does when called. */
export type Manner = 'answers' | 'declines' | 'lets-it-ring';

/** Who plays in the demo, beside its built-in users who are simply not signed in. */
export interface CastMember {
  /** Key of the user in the built-in server. */
  readonly uri: string;
  readonly manner: Manner;
  readonly availability: PreferredAvailability;
  /** Told in the contact's title, so that nobody takes it for a fault. */
  readonly title: string;
}

/** The one who sits in front of the screen. */
export const demoUserUri = 'sip:alex@parley.test';

export const cast: readonly CastMember[] = [
  {
    uri: 'sip:sam@parley.test',
    manner: 'answers',
    availability: 'Online',
    title: 'Support Engineer · answers and calls you',
  },
  {
    uri: 'sip:kim@parley.test',
    manner: 'declines',
    availability: 'Busy',
    title: 'Designer · declines every call',
  },
  {
    uri: 'sip:robin@parley.test',
    manner: 'lets-it-ring',
    availability: 'Away',
    title: 'Finance Lead · never answers',
  },
];
