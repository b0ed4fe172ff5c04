import { afterEach, describe, expect, it } from 'vitest';
import {
  applicationResource,
  communicationResource,
  meResource,
  type ScriptedUcwa,
} from '../../../support/scripted-ucwa.ts';
import { ScriptedStage } from '../../services/support/scripted-stage.ts';

let stage: ScriptedStage;

afterEach(() => stage.close());

const meSender = { rel: 'me', href: '/apps/1/me' };
const peopleSender = { rel: 'people', href: '/apps/1/people' };

const contact = (id: number) => ({
  rel: 'contact',
  name: `P${id}`,
  uri: `sip:p${id}@example.test`,
  _links: {
    self: { href: `/apps/1/people/P${id}` },
    contactPresence: { href: `/apps/1/people/P${id}/presence` },
  },
});

const withContacts =
  (count: number) =>
  (ucwa: ScriptedUcwa): void => {
    const application = applicationResource();
    Object.assign(application._embedded.people._links, {
      myContacts: { href: '/apps/1/contacts' },
    });
    ucwa.on('POST /apps', { status: 201, body: application });
    const contacts = Array.from({ length: count }, (_, index) => contact(index));
    ucwa.on('GET /apps/1/contacts', {
      body: { rel: 'myContacts', _embedded: { contact: contacts } },
    });
  };

describe('C.1: embedded', () => {
  it('communication: taken over as it is, without a request', async () => {
    stage = await ScriptedStage.open();
    await stage.alex.until(({ me }) => me?.canSetPresence);
    const asked = stage.ucwa.server.seen('GET', /\/communication$/).length;
    expect(stage.alex.state.can.startAudio).toBe(true);
    const communication = {
      ...communicationResource(),
      _links: { self: { href: '/apps/1/communication' } },
    };
    stage.send([
      'communication',
      '/apps/1/communication',
      'updated',
      { _embedded: { communication } },
    ]);
    await stage.alex.until(({ can }) => !can.startAudio);
    expect(stage.ucwa.server.seen('GET', /\/communication$/)).toHaveLength(asked);
  });
});

describe('C.1: not embedded, so that it is fetched', () => {
  it('me: the user interface shows the new one, not the old one', async () => {
    stage = await ScriptedStage.open();
    stage.ucwa.on('GET /apps/1/me', { body: { ...meResource(true), name: 'Alexandra Rivera' } });
    stage.sendFrom(meSender, ['me', '/apps/1/me', 'updated']);
    await stage.alex.until(({ me }) => me?.name === 'Alexandra Rivera');
  });

  it('communication, when it is not: what may be started is what the server says now', async () => {
    stage = await ScriptedStage.open();
    stage.ucwa.on('GET /apps/1/communication', {
      body: { ...communicationResource(), _links: { self: { href: '/apps/1/communication' } } },
    });
    stage.send(['communication', '/apps/1/communication', 'updated']);
    await stage.alex.until(({ can }) => !can.startAudio && !can.startAudioVideo);
  });

  it('presence of the user', async () => {
    stage = await ScriptedStage.open();
    stage.ucwa.on('GET /apps/1/me/presence', {
      body: { rel: 'presence', availability: 'DoNotDisturb' },
    });
    stage.sendFrom(meSender, ['presence', '/apps/1/me/presence', 'updated']);
    await stage.alex.until(({ me }) => me?.presence.availability === 'DoNotDisturb');
  });

  it('contactPresence of many at once: each is fetched, and fetched once', async () => {
    stage = await ScriptedStage.open({}, withContacts(40));
    const ids = Array.from({ length: 40 }, (_, index) => index);
    await stage.alex.until(({ people }) => Object.keys(people).length === 40);
    await Promise.all(
      ids.map((id) => stage.ucwa.server.waitFor('GET', new RegExp(`P${id}/presence`))),
    );
    for (const id of ids) {
      stage.ucwa.on(`GET /apps/1/people/P${id}/presence`, {
        body: { rel: 'contactPresence', availability: 'Busy' },
      });
    }
    stage.sendFrom(
      peopleSender,
      ...ids.map((id) => ['contactPresence', `/apps/1/people/P${id}/presence`, 'updated'] as const),
    );
    await stage.alex.until(({ people }) =>
      Object.values(people).every(({ presence }) => presence.availability === 'Busy'),
    );
    for (const id of ids) {
      expect(stage.ucwa.server.seen('GET', new RegExp(`P${id}/presence`))).toHaveLength(2);
    }
  });
});

it('C.1: addresses that differ in case only are one contact', async () => {
  stage = await ScriptedStage.open({}, withContacts(1));
  stage.ucwa.on('GET /APPS/1/PEOPLE/p0/Presence', {
    body: { rel: 'contactPresence', availability: 'Away' },
  });
  stage.sendFrom(peopleSender, ['contactPresence', '/APPS/1/PEOPLE/p0/Presence', 'updated']);
  await stage.alex.until(
    ({ people }) => people['sip:p0@example.test']?.presence.availability === 'Away',
  );
  expect(Object.keys(stage.alex.state.people)).toHaveLength(1);
});
