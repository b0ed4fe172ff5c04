import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { embedded, invitationResource, ScriptedStage } from './support/scripted-stage.ts';

const busy = { status: 503, body: { code: 'ServiceFailure', subcode: 'TemporarilyUnavailable' } };
const page = { status: 503, headers: { 'Content-Type': 'text/html' }, body: '<h1>Busy</h1>' };
/** So often an urgent request is sent before its failure is told. */
const attempts = 3;
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const gone = { status: 404, body: { code: 'NotFound' } };
const links = { acceptWithAnswer: '/inv/1/accept', decline: '/inv/1/decline' };

let stage: ScriptedStage;

beforeEach(async () => {
  stage = await ScriptedStage.open({ clock: new HurriedClock(100) });
});

afterEach(() => stage.close());

async function invitation() {
  const mediaOffer = encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
  return invitationResource('Incoming', { ...links, mediaOffer });
}

const started = (more: object = {}) =>
  stage.send(['audioVideoInvitation', '/inv/1', 'started', more]);

async function ring(): Promise<string> {
  started(embedded('audioVideoInvitation', await invitation()));
  return (await stage.alex.ringing()).id;
}

describe('a call that rings while events are lost', () => {
  it.each([
    ['UCWA', busy],
    ['a proxy', page],
  ])('stops ringing when it is over, though %s could not say so at first', async (_who, told) => {
    const callId = await ring();
    stage.ucwa.on('GET /inv/1', ...times(attempts + 1, told), gone);
    stage.resync();
    expect((await stage.alex.recent(callId)).outcome).toEqual({ kind: 'missed' });
  });

  it('rings on when the server says in the end that it does', async () => {
    const callId = await ring();
    stage.ucwa.on('GET /inv/1', ...times(attempts, busy), { body: await invitation() });
    stage.resync();
    await stage.ucwa.server.waitFor('GET', /^\/inv\/1$/, attempts + 1);
    expect(stage.alex.state.calls[callId]?.phase).toBe('ringing');
  });
});

it('a call whose beginning was lost rings when its invitation is told of once more', async () => {
  stage.resync();
  await stage.ucwa.server.waitFor('GET', /events/, 2);
  const told = embedded('audioVideoInvitation', await invitation());
  stage.send(['audioVideoInvitation', '/inv/1', 'updated', told]);
  const { id: callId, can } = await stage.alex.ringing();
  expect(can).toMatchObject({ answer: true, decline: true });
  stage.ucwa.on('POST /inv/1/accept', { status: 204 });
  await stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
});

describe('an invitation that is only linked to', () => {
  it('rings as soon as it can be read', async () => {
    stage.ucwa.on('GET /inv/1', ...times(attempts + 1, busy), { body: await invitation() });
    started();
    expect(await stage.alex.ringing()).toMatchObject({ direction: 'Incoming' });
  });

  it('does not ring when it ended before it could be read', async () => {
    stage.ucwa.on('GET /inv/1', ...times(attempts, busy), { body: await invitation() });
    started();
    await stage.ucwa.server.waitFor('GET', /^\/inv\/1$/, attempts);
    stage.send(['audioVideoInvitation', '/inv/1', 'completed', { status: 'Failure' }]);
    const second = { ...(await invitation()), subject: 'The second' };
    stage.send([
      'audioVideoInvitation',
      '/inv/2',
      'started',
      embedded('audioVideoInvitation', second),
    ]);
    expect((await stage.alex.ringing()).subject).toBe('The second');
  });
});

describe('an end that the server could not be told', () => {
  it('is told again, whoever stood in the way', async () => {
    const callId = await ring();
    stage.ucwa.on('POST /inv/1/decline', page, busy, { status: 204 });
    await stage.alex.commands['calls.decline']({ callId, scope: 'Global' });
    const { body } = await stage.ucwa.server.waitFor('POST', /decline/, 3);
    expect(body).toContain('Global');
  });
});

describe('an answer that a proxy answers', () => {
  it('is sent once more while the invitation can still be accepted', async () => {
    const callId = await ring();
    stage.ucwa.on('POST /inv/1/accept', page, { status: 204 });
    stage.ucwa.on('GET /inv/1', { body: await invitation() });
    await stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
    expect(stage.ucwa.server.seen('POST', /accept/)).toHaveLength(2);
    expect(stage.alex.state.calls[callId]?.phase).toBe('connecting');
  });
});
