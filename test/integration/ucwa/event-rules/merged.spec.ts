import { afterEach, expect, it } from 'vitest';
import {
  embedded,
  invitationResource,
  ScriptedStage,
} from '../../services/support/scripted-stage.ts';

let stage: ScriptedStage;

afterEach(() => stage.close());

/** Alex calls Sam; the response of the POST comes when `respond` is called. */
async function calling() {
  stage = await ScriptedStage.open();
  let respond = () => {};
  const responded = new Promise<void>((resolve) => {
    respond = resolve;
  });
  const answer = { status: 201, headers: { Location: '/inv/1' } };
  stage.ucwa.on('POST /apps/1/startAudio', { after: responded, answer });
  const callId = await stage.alex.call('sip:sam@example.test');
  const { body } = await stage.ucwa.server.waitFor('POST', /startAudio/);
  const operationId = /"operationId":"([^"]+)"/.exec(body)?.[1] ?? '';
  return { callId, operationId, respond };
}

const started = (operationId: string) =>
  [
    'audioVideoInvitation',
    '/inv/1',
    'started',
    embedded('audioVideoInvitation', invitationResource('Outgoing', {}, { operationId })),
  ] as const;

const completed = (more: object = {}) =>
  [
    'audioVideoInvitation',
    '/inv/1',
    'completed',
    {
      status: 'Failure',
      reason: { code: 'RemoteFailure', subcode: 'Declined' },
      ...embedded('audioVideoInvitation', invitationResource('Outgoing', {}, more)),
    },
  ] as const;

it('C.1: an event that precedes the 201 of its POST is correlated by operationId: one call, not two', async () => {
  const { callId, operationId, respond } = await calling();
  expect(operationId).toMatch(/^.{1,50}$/);
  stage.send(started(operationId));
  const call = await stage.alex.until(({ calls }) => calls[callId]?.invitation && calls[callId]);
  expect(call.phase).toBe('inviting');
  respond();
  stage.send(started(operationId));
  await stage.ucwa.server.waitFor('GET', /ack=3/);
  expect(Object.keys(stage.alex.state.calls)).toEqual([callId]);
});

it('C.1: only `completed` is seen, before the 201: the call ends as it says', async () => {
  const { callId, operationId, respond } = await calling();
  stage.send(completed({ operationId }));
  const call = await stage.alex.inPhase(callId, 'ended');
  expect(call.outcome?.kind).toBe('declined');
  respond();
});

it('C.1: only `completed` is seen, naming no operation, before the 201 tells whose it is', async () => {
  const { callId, respond } = await calling();
  stage.send(completed());
  await stage.ucwa.server.waitFor('GET', /ack=2/);
  expect(stage.alex.state.calls[callId]?.phase).toBe('inviting');
  respond();
  expect((await stage.alex.inPhase(callId, 'ended')).outcome?.kind).toBe('declined');
});

it('C.1: only `completed` is seen, after the 201: the call ends as it says', async () => {
  const { callId, respond } = await calling();
  respond();
  // Read because no event told it: its address is known then.
  await stage.ucwa.server.waitFor('GET', /^\/inv\/1$/);
  stage.send(completed());
  expect((await stage.alex.inPhase(callId, 'ended')).outcome?.kind).toBe('declined');
});

it('C.1: `started` and `completed` in one body: the call rang and is over, and was missed', async () => {
  stage = await ScriptedStage.open();
  const invitation = embedded('audioVideoInvitation', invitationResource('Incoming'));
  const reason = { code: 'LocalFailure', subcode: 'Canceled' };
  stage.send(
    ['audioVideoInvitation', '/inv/9', 'started', invitation],
    ['audioVideoInvitation', '/inv/9', 'completed', { status: 'Failure', reason }],
  );
  const recent = await stage.alex.until(({ recents }) => recents[0]);
  expect(recent.outcome.kind).toBe('missed');
});

it('C.1: what was added and deleted again vanishes: a `deleted` of something never seen changes nothing', async () => {
  stage = await ScriptedStage.open();
  const before = stage.alex.state;
  stage.send(
    ['conversation', '/conv/77', 'deleted'],
    ['audioVideoSession', '/conv/77/session', 'deleted'],
    ['audioVideoInvitation', '/inv/77', 'completed', { status: 'Failure' }],
  );
  await stage.ucwa.server.waitFor('GET', /ack=2/);
  stage.send(['conversation', '/conv/78', 'deleted']);
  await stage.ucwa.server.waitFor('GET', /ack=3/);
  expect(stage.alex.state.calls).toEqual(before.calls);
  expect(stage.alex.state.recents).toEqual(before.recents);
});
