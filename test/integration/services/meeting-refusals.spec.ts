import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Communicator } from './support/communicator.ts';
import { meeting, meetingsOf, refusal, schedule } from './support/scheduling.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

describe('what cannot be', () => {
  let alex: Communicator;

  beforeEach(async () => {
    alex = await stage.enter('alex@parley.test');
    await alex.commands['meetings.refresh'](undefined);
  });

  const sent = () =>
    stage.sandbox.control.requests.filter(({ method }) => method === 'POST' || method === 'PUT');

  it.each([
    ['subject', { subject: 'x'.repeat(251) }, 'error.fieldLimit'],
    ['description', { description: 'x'.repeat(10_001) }, 'error.fieldLimit'],
    ['attendees', { attendees: ['nobody'] }, 'error.meetingField'],
    ['leaders', { leaders: Array(251).fill(samUri) }, 'error.meetingField'],
    ['expirationTimeMs', { expirationTimeMs: Date.UTC(2001, 0) }, 'error.meetingField'],
    ['expirationTimeMs', { expirationTimeMs: Date.UTC(2101, 0) }, 'error.meetingField'],
  ])(
    'is refused by the name of the field %s before anything is sent',
    async (field, changes, key) => {
      const id = await schedule(alex);
      const before = sent().length;
      const error = { code: 'field-limit', messageKey: key, values: { fields: field } };
      expect(await refusal(schedule(alex, changes))).toMatchObject(error);
      const update = alex.commands['meetings.update']({ meetingId: id, changes });
      expect(await refusal(update)).toMatchObject(error);
      expect(sent()).toHaveLength(before);
    },
  );

  it('is told in the words of the server', async () => {
    stage.sandbox.control.fault('too-many-online-meetings', { times: 1 });
    expect(await refusal(schedule(alex))).toMatchObject({
      messageKey: 'serverError.TooManyOnlineMeetings',
    });
    stage.sandbox.control.fault('parameter-validation-failure', { times: 1 });
    expect(await refusal(schedule(alex))).toMatchObject({
      messageKey: 'serverError.ParameterValidationFailure',
    });
    expect(meetingsOf(alex).list).toEqual([]);
  });

  it('is kept from the list when it is gone', async () => {
    const [one, two, three] = [await schedule(alex), await schedule(alex), await schedule(alex)];
    const other = await stage.enter('alex@parley.test');
    await other.commands['meetings.refresh'](undefined);
    for (const { id } of meetingsOf(other).list) {
      await other.commands['meetings.cancel']({ meetingId: id });
    }
    expect(await refusal(alex.commands['meetings.open']({ meetingId: one }))).toMatchObject({
      code: 'not-found',
    });
    const update = alex.commands['meetings.update']({ meetingId: two, changes: { subject: 'x' } });
    expect(await refusal(update)).toMatchObject({ code: 'not-found' });
    await alex.commands['meetings.cancel']({ meetingId: three });
    expect(meetingsOf(alex).list).toEqual([]);
  });

  it('leaves what others changed meanwhile as it is', async () => {
    const id = await schedule(alex, { subject: 'Mine', description: 'Mine' });
    const other = await stage.enter('alex@parley.test');
    await other.commands['meetings.refresh'](undefined);
    const [theirs] = meetingsOf(other).list;
    await other.commands['meetings.update']({
      meetingId: theirs?.id ?? '',
      changes: { description: 'Theirs', attendees: [samUri] },
    });
    await alex.commands['meetings.update']({ meetingId: id, changes: { subject: 'Changed' } });
    expect(meeting(alex, id)).toMatchObject({
      subject: 'Changed',
      description: 'Theirs',
      attendees: [samUri],
    });
  });

  it('shows as such when the list cannot be read, with what was there', async () => {
    const id = await schedule(alex, { subject: 'Kept' });
    const undo = stage.sandbox.control.fault('invalid-exchange-version');
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).state).toBe('failed');
    expect(meeting(alex, id).subject).toBe('Kept');
    undo();
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).state).toBe('read');
  });

  it('that was made though nobody heard of it shows in the list', async () => {
    stage.sandbox.control.fault('lost-answer', {
      every: 1,
      times: 1,
      on: { method: 'POST', path: /myOnlineMeetings$/ },
    });
    expect(await refusal(schedule(alex, { subject: 'Unheard' }))).toMatchObject({
      code: 'network',
    });
    const [made] = await alex.until(({ meetings }) => meetings.list.length > 0 && meetings.list);
    expect(made?.subject).toBe('Unheard');
  });

  it('is read anew of a new application', async () => {
    await schedule(alex, { subject: 'Lasting' });
    stage.sandbox.control.expireApplications('alex@parley.test');
    await alex.until(({ meetings }) => meetings.state === 'unread');
    expect(meetingsOf(alex)).toMatchObject({ list: [], can: { list: true, join: true } });
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).list).toMatchObject([{ subject: 'Lasting' }]);
  });

  it('is forgotten with the session', async () => {
    await schedule(alex);
    await alex.commands['session.signOut'](undefined);
    expect(meetingsOf(alex)).toMatchObject({ list: [], state: 'unread', can: { join: false } });
    expect(await refusal(alex.commands['meetings.join']({ text: 'ABCDEFGH' }))).toMatchObject({
      code: 'not-signed-in',
    });
  });
});
