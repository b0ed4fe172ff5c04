import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { audioSdp, type Event, type Resource, refusal, UcwaClient } from './ucwa-client.ts';

const alexMobile = 'tel:+14255550191';
const samWork = 'tel:+14255550102';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;

beforeEach(async () => {
  sandbox = await startSandbox({
    invitationTimeoutMs: 1_000,
    eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 },
  });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
  sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
});

afterEach(() => sandbox.stop());

function embedded(event: Event): Resource {
  const resource = event._embedded?.[event.link.rel];
  if (resource === undefined) throw new Error(`${event.link.rel} embeds nothing`);
  return resource;
}

const links = (resource: Resource) => Object.keys(resource._links);
const untilPhone = (client: UcwaClient, state: string) =>
  client.until('phoneAudio', 'updated', (event) => embedded(event).state === state).then(embedded);

async function communication(client: UcwaClient): Promise<Resource> {
  return client.get(client.communication._links.self?.href);
}

async function startPhoneAudio(to: string, more: object = {}): Promise<Response> {
  const { _links } = await communication(alex);
  return alex.post(_links.startPhoneAudio?.href, { to, operationId: 'op-9', ...more });
}

async function completed(client: UcwaClient): Promise<string> {
  const event = await client.until('phoneAudioInvitation', 'completed');
  return [event.status, event.reason?.code, event.reason?.subcode].filter(Boolean).join(' ');
}

/** Sam's call from Alex, who talks through the program. */
async function connectAudio(): Promise<Resource> {
  await alex.call('sip:sam@parley.test', {}, 'startAudio');
  const incoming = embedded(await sam.until('audioVideoInvitation', 'started'));
  const { acceptWithAnswer } = incoming._links;
  await sam.postSdp(acceptWithAnswer?.href, audioSdp, { sessionContext: 's' });
  const isUp = (event: Event) => embedded(event).state === 'Connected';
  return embedded(await alex.until('audioVideo', 'updated', isUp));
}

describe('a call from the own telephone', () => {
  it('rings the own telephone, then the other one, and is connected when both are answered', async () => {
    const reply = await startPhoneAudio('sip:sam@parley.test', { phoneNumber: '+1 425 555 0191' });
    expect(reply.status).toBe(201);
    const started = embedded(await alex.until('phoneAudioInvitation', 'started'));
    expect(started).toMatchObject({
      ...{ direction: 'Outgoing', state: 'Connecting', operationId: 'op-9' },
      ...{ phoneNumber: alexMobile, to: 'sip:sam@parley.test' },
    });
    expect(reply.headers.get('location')).toBe(started._links.self?.href);
    expect(links(await untilPhone(alex, 'Connecting'))).toContain('stopPhoneAudio');
    expect(sandbox.control.ringingTelephones).toEqual([alexMobile]);

    sandbox.control.telephone(alexMobile, 'answer');
    expect(sandbox.control.ringingTelephones).toEqual([samWork]);
    const incoming = embedded(await sam.until('phoneAudioInvitation', 'started'));
    expect(incoming).toMatchObject({ direction: 'Incoming', phoneNumber: samWork });
    expect(incoming._embedded.from).toMatchObject({ uri: 'sip:alex@parley.test' });
    expect(links(incoming)).toContain('decline');
    expect(links(incoming)).not.toContain('accept');

    sandbox.control.telephone(samWork, 'answer');
    expect(links(await untilPhone(alex, 'Connected'))).toEqual(
      expect.arrayContaining(['stopPhoneAudio', 'holdPhoneAudio']),
    );
    const success = await alex.until('phoneAudioInvitation', 'completed');
    expect(success.status).toBe('Success');
    await untilPhone(sam, 'Connected');
  });

  it('is held, resumed and ended by either side', async () => {
    await startPhoneAudio('tel:+441632960001');
    sandbox.control.telephone('tel:+14255550101', 'answer');
    sandbox.control.telephone('tel:+441632960001', 'answer');
    const up = await untilPhone(alex, 'Connected');
    expect((await alex.post(up._links.holdPhoneAudio?.href)).status).toBe(204);
    const held = await untilPhone(alex, 'Connected');
    expect(links(held)).not.toContain('holdPhoneAudio');
    expect(await refusal(alex.post(up._links.holdPhoneAudio?.href))).toBe('409 Conflict');
    expect((await alex.post(held._links.resumePhoneAudio?.href)).status).toBe(204);
    expect(links(await untilPhone(alex, 'Connected'))).toContain('holdPhoneAudio');
    sandbox.control.telephone('tel:+441632960001', 'hangUp');
    await untilPhone(alex, 'Disconnected');
    await alex.until('conversation', 'deleted');
    expect(sandbox.control.ringingTelephones).toEqual([]);
  });

  it.each([
    ['the own telephone turns it away', 'Failure LocalFailure Declined', '+14255550101', 'refuse'],
    ['the other telephone turns it away', 'Failure RemoteFailure Declined', samWork, 'refuse'],
  ] as const)('fails when %s', async (_how, outcome, number, action) => {
    await startPhoneAudio('sip:sam@parley.test');
    if (number === samWork) sandbox.control.telephone('tel:+14255550101', 'answer');
    sandbox.control.telephone(number, action);
    expect(await completed(alex)).toBe(outcome);
    expect(sandbox.control.ringingTelephones).toEqual([]);
  });

  it('fails when nobody answers the own telephone, or the other one', async () => {
    await startPhoneAudio('sip:sam@parley.test');
    expect(await completed(alex)).toBe('Failure LocalFailure Timeout');
    await startPhoneAudio('sip:sam@parley.test');
    sandbox.control.telephone('tel:+14255550101', 'answer');
    expect(await completed(alex)).toBe('Failure RemoteFailure Timeout');
    expect(await completed(sam)).toBe('Failure RemoteFailure Missed');
  });

  it('is declined from the program of the one who is called, and taken back by the caller', async () => {
    await startPhoneAudio('sip:sam@parley.test');
    sandbox.control.telephone('tel:+14255550101', 'answer');
    const incoming = embedded(await sam.until('phoneAudioInvitation', 'started'));
    const declined = await sam.post(incoming._links.decline?.href, { reason: 'Local' });
    expect(declined.status).toBe(204);
    expect(await completed(alex)).toBe('Failure RemoteFailure Declined');
    await startPhoneAudio('sip:sam@parley.test');
    const started = embedded(await alex.until('phoneAudioInvitation', 'started'));
    expect((await alex.post(started._links.cancel?.href)).status).toBe(204);
    expect(await completed(alex)).toBe('Failure LocalFailure Canceled');
    expect(sandbox.control.ringingTelephones).toEqual([]);
  });

  it('ends for people who cannot be found or do not want to be disturbed', async () => {
    await startPhoneAudio('sip:nobody@parley.test');
    sandbox.control.telephone('tel:+14255550101', 'answer');
    expect(await completed(alex)).toBe('Failure RemoteFailure DestinationNotFound');
    const me = await sam.me();
    await sam.post(me._links.presence?.href, { availability: 'DoNotDisturb' });
    await startPhoneAudio('sip:sam@parley.test');
    sandbox.control.telephone('tel:+14255550101', 'answer');
    expect(await completed(alex)).toBe('Failure RemoteFailure DoNotDisturb');
  });

  it('needs a number that makes sense, and a telephone among the capabilities', async () => {
    const bad = startPhoneAudio('sip:sam@parley.test', { phoneNumber: 'my phone' });
    expect(await refusal(bad)).toBe('400 BadRequest NormalizationFailed');
    const href = (await communication(alex))._links.startPhoneAudio?.href;
    const { _links } = await communication(alex);
    await alex.put(_links.self?.href, { supportedModalities: ['Audio', 'Messaging'] });
    expect(links(await communication(alex))).not.toContain('startPhoneAudio');
    const forbidden = alex.post(href, { to: 'sip:sam@parley.test' });
    expect(await refusal(forbidden)).toBe('403 Forbidden');
  });
});

describe('a call that goes to the telephone', () => {
  it('is taken on it, while the caller talks through the program', async () => {
    await alex.call('sip:sam@parley.test', {}, 'startAudio');
    const incoming = embedded(await sam.until('audioVideoInvitation', 'started'));
    const accepted = await sam.post(incoming._links.acceptWithPhoneAudio?.href);
    expect(accepted.status).toBe(204);
    await untilPhone(sam, 'Connecting');
    sandbox.control.telephone(samWork, 'answer');
    await alex.until('audioVideoNegotiation', 'updated');
    const outcome = await alex.until('audioVideoInvitation', 'completed');
    expect(outcome.status).toBe('Success');
    const up = await untilPhone(sam, 'Connected');
    expect((await sam.post(up._links.stopPhoneAudio?.href)).status).toBe(204);
    const isOver = (event: Event) => embedded(event).state === 'Disconnected';
    await alex.until('audioVideo', 'updated', isOver);
  });

  it('goes on on it: sound through the program ends as the telephone is answered', async () => {
    const audioVideo = await connectAudio();
    const reply = await alex.post(audioVideo._links.replaceWithPhoneAudio?.href, {
      ...{ to: 'sip:sam@parley.test', operationId: 'op-10', phoneNumber: alexMobile },
    });
    expect(reply.status).toBe(201);
    await untilPhone(alex, 'Connecting');
    sandbox.control.telephone(alexMobile, 'answer');
    const isOver = (event: Event) => embedded(event).state === 'Disconnected';
    await alex.until('audioVideo', 'updated', isOver);
    const up = await untilPhone(alex, 'Connected');
    await alex.post(up._links.stopPhoneAudio?.href);
    await sam.until('audioVideo', 'updated', isOver);
  });

  it('goes on as it was when the telephone is not answered', async () => {
    const audioVideo = await connectAudio();
    const { replaceWithPhoneAudio, self } = audioVideo._links;
    await alex.post(replaceWithPhoneAudio?.href, { to: 'sip:sam@parley.test' });
    sandbox.control.telephone('tel:+14255550101', 'refuse');
    expect(await completed(alex)).toBe('Failure LocalFailure Declined');
    expect(await alex.get(self?.href)).toMatchObject({ state: 'Connected' });
  });

  it('begins in a chat, beside its messages', async () => {
    await alex.post(alex.communication._links.startMessaging?.href, { to: 'sip:sam@parley.test' });
    const invited = embedded(await sam.until('messagingInvitation', 'started'));
    await sam.post(invited._links.accept?.href);
    const chat = embedded(
      await alex.until('conversation', 'updated', (event) => embedded(event).state === 'Connected'),
    );
    const phone = await alex.get(chat._links.phoneAudio?.href);
    const reply = await alex.post(phone._links.addPhoneAudio?.href, { to: 'sip:sam@parley.test' });
    expect(reply.status).toBe(201);
    sandbox.control.telephone('tel:+14255550101', 'answer');
    sandbox.control.telephone(samWork, 'answer');
    const up = await untilPhone(alex, 'Connected');
    await alex.post(up._links.stopPhoneAudio?.href);
    await untilPhone(alex, 'Disconnected');
    const after = await alex.get(chat._links.self?.href);
    expect(after).toMatchObject({ state: 'Connected', activeModalities: ['Messaging'] });
  });
});
