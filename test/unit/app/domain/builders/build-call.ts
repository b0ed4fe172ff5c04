import { type Call, freshCall } from '../../../../../app/domain/call.ts';
import { noActions } from '../../../../../app/domain/call-actions.ts';
import type { Person } from '../../../../../app/domain/person.ts';
import { unknownPresence } from '../../../../../app/domain/presence.ts';

/** A ringing incoming call of Sam's; `changes` make it what a test needs. */
export const buildCall = (changes: Partial<Call> = {}): Call => ({
  id: 'call-1',
  conversationId: 'conversation-1',
  mediaId: 'call-1',
  kind: 'direct',
  direction: 'Incoming',
  phase: 'ringing',
  remote: { uri: 'sip:sam@parley.test', name: 'Sam Okafor' },
  modality: 'audio',
  importance: 'Normal',
  subject: '',
  invitation: null,
  remoteAlerting: false,
  media: null,
  sending: { audio: false, video: false },
  ...freshCall,
  alert: null,
  startedAtMs: 1_000,
  connectedAtMs: null,
  endedAtMs: null,
  outcome: null,
  can: noActions,
  ...changes,
});

export const buildPerson = (name: string, changes: Partial<Person> = {}): Person => ({
  uri: `sip:${name.split(' ')[0]?.toLowerCase()}@parley.test`,
  name,
  title: null,
  department: null,
  company: null,
  emailAddress: null,
  workPhoneNumber: null,
  presence: unknownPresence,
  ...changes,
});
