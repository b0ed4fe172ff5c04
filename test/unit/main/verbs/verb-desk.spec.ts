import { beforeEach, describe, expect, it } from 'vitest';
import { unknownPresence } from '../../../../app/domain/presence.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { CommandFailure } from '../../../../app/services/command-failure.ts';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { CallActions } from '../../../../main/desktop/call-actions.ts';
import { CallVerbs } from '../../../../main/desktop/call-verbs.ts';
import { CommandEndpoint, type CommandOrigin } from '../../../../main/ipc/command-endpoint.ts';
import type { Verb } from '../../../../main/verbs/verb.ts';
import { VerbDesk } from '../../../../main/verbs/verb-desk.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { connectedCall, putCall, ringingCall, signedInStore } from '../support/scripted-state.ts';

let store: StateStore;
let log: string[];
let desk: VerbDesk;

beforeEach(() => {
  store = signedInStore();
  log = [];
  const note =
    (name: string) =>
    (payload: object, { surface }: CommandOrigin): null => {
      log.push(`${name} ${JSON.stringify(payload)} ${surface}`);
      return null;
    };
  const endpoint = new CommandEndpoint(
    {
      'calls.answer': note('answer'),
      'calls.decline': note('decline'),
      'calls.hangUp': note('hangUp'),
      'calls.setSending': note('setSending'),
      'calls.hold': note('hold'),
      'calls.resume': note('resume'),
      'presence.set': note('presence'),
      'calls.start': ({ to }) => {
        if (to === 'nobody') {
          throw new CommandFailure('invalid-address', 'error.nobodyNamed', { typed: to });
        }
        log.push(`start ${to}`);
        return { callId: 'c9' };
      },
    },
    new RecordingLogger(),
  );
  desk = new VerbDesk({
    source: store,
    verbs: new CallVerbs(store, new CallActions(endpoint), { raise: () => log.push('raise') }),
    endpoint,
    showCalls: () => log.push('show'),
    translator: createTranslator('en'),
  });
});

const run = async (
  name: Exclude<Verb['name'], 'dial' | 'presence'>,
): Promise<[boolean, string]> => {
  const { done, text } = await desk.run({ name });
  return [done, text];
};

const addPerson = (uri: string, name: string): void =>
  store.update((draft) => {
    draft.people[uri] = {
      ...{ uri, name, presence: unknownPresence },
      ...{ title: null, department: null, company: null },
      ...{ emailAddress: null, workPhoneNumber: null },
    };
  });

describe('VerbDesk', () => {
  it('answers and declines what rings, and names who called', async () => {
    putCall(store, ringingCall());
    expect(await run('answer')).toEqual([true, 'Answering the call of Sam Okafor.']);
    expect(await run('answer-video')).toEqual([true, 'Answering the call of Sam Okafor.']);
    expect(await run('decline')).toEqual([true, 'Declined the call of Sam Okafor.']);
    expect(log).toEqual([
      'answer {"callId":"call-1","modality":"audio"} commandLine',
      'answer {"callId":"call-1","modality":"audioVideo"} commandLine',
      'decline {"callId":"call-1","scope":"Local"} commandLine',
    ]);
  });

  it('mutes, holds and hangs up the call, and says which way', async () => {
    putCall(store, connectedCall());
    expect(await run('mute')).toEqual([true, 'Muted the microphone.']);
    expect(await run('hold')).toEqual([true, 'Put on hold: Sam Okafor.']);
    const { can } = connectedCall();
    putCall(
      store,
      connectedCall({
        sending: { audio: false, video: false },
        hold: { local: true, remote: false, pending: false },
        can: { ...can, hold: false, resume: true },
      }),
    );
    expect(await run('mute')).toEqual([true, 'The microphone is on again.']);
    expect(await run('hold')).toEqual([true, 'Took off hold: Sam Okafor.']);
    expect(await run('hangup')).toEqual([true, 'Hung up: Sam Okafor.']);
    expect(log.map((line) => line.split(' ')[0])).toEqual([
      ...['setSending', 'hold', 'setSending', 'resume', 'hangUp'],
    ]);
  });

  it('says why nothing was done', async () => {
    expect(await run('answer')).toEqual([false, 'Nothing rings.']);
    expect(await run('decline')).toEqual([false, 'Nothing rings.']);
    for (const verb of ['hangup', 'mute', 'hold'] as const) {
      expect(await run(verb)).toEqual([false, 'There is no call.']);
    }
    const { can } = connectedCall();
    putCall(store, connectedCall({ can: { ...can, hold: false } }));
    expect(await run('hold')).toEqual([false, 'This is not possible at the moment.']);
    expect(log).toEqual([]);
  });

  it('needs a session for everything but being raised and asked how it stands', async () => {
    store.update((draft) => {
      draft.session = { phase: 'signedOut', reason: null, error: null };
      draft.me = null;
    });
    expect(await run('answer')).toEqual([false, 'Parley is not signed in.']);
    expect(await desk.run({ name: 'dial', text: 'Sam' })).toMatchObject({ done: false });
    expect(await run('status')).toEqual([true, 'Signed out.']);
    expect(await run('raise')).toEqual([true, 'Parley is in front.']);
    expect(log).toEqual(['raise']);
  });

  it('dials whom the text names beyond doubt, and shows the call', async () => {
    addPerson('sip:sam@parley.test', 'Sam Okafor');
    const byName = await desk.run({ name: 'dial', text: 'okafor' });
    expect(byName).toEqual({ done: true, text: 'Calling Sam Okafor.' });
    await desk.run({ name: 'dial', text: '+49 30 123456' });
    expect(log).toEqual(['start sip:sam@parley.test', 'show', 'start tel:+4930123456', 'show']);
  });

  it('lists those who fit, and calls nobody', async () => {
    addPerson('sip:sam@parley.test', 'Sam Okafor');
    addPerson('sip:samira@parley.test', 'Samira Haddad');
    expect(await desk.run({ name: 'dial', text: 'sam' })).toEqual({
      done: false,
      text: [
        'Several people fit “sam”. Nobody was called:',
        '  Sam Okafor <sip:sam@parley.test>',
        '  Samira Haddad <sip:samira@parley.test>',
      ].join('\n'),
    });
    expect(log).toEqual([]);
  });

  it('says what the command says when nobody is meant', async () => {
    expect(await desk.run({ name: 'dial', text: 'nobody' })).toEqual({
      done: false,
      text: 'No contact is called “nobody”.',
    });
  });

  it('sets the presence, where the server lets it be set', async () => {
    const busy = { name: 'presence', availability: 'Busy' } as const;
    expect(await desk.run(busy)).toEqual({ done: true, text: 'Your presence is now: Busy.' });
    store.update((draft) => {
      if (draft.me !== null) draft.me.canSetPresence = false;
    });
    expect((await desk.run(busy)).done).toBe(false);
    expect(log).toEqual(['presence {"availability":"Busy"} commandLine']);
  });

  it('tells how Parley stands, a line for each thing', async () => {
    putCall(store, ringingCall({ id: 'c2', importance: 'Urgent' }));
    putCall(store, connectedCall({ sending: { audio: false, video: false } }));
    expect(await run('status')).toEqual([
      true,
      [
        'Signed in as Alex Rivera: Available.',
        'Sam Okafor is calling: Urgent.',
        'In a call with Sam Okafor.',
        'The microphone is muted.',
      ].join('\n'),
    ]);
  });
});
