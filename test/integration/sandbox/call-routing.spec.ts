import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoUsers, type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { audioSdp, type Event, type Resource, refusal, UcwaClient } from './ucwa-client.ts';

/** Alex and Kim answer for Sam; Robin is in Sam's team. */
const users = demoUsers.map((user) =>
  user.uri === 'sip:sam@parley.test'
    ? {
        ...user,
        delegates: ['sip:alex@parley.test', 'sip:kim@parley.test'],
        team: ['sip:robin@parley.test'],
      }
    : user,
);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({
    users,
    eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 },
  });
});

afterEach(() => sandbox.stop());

const enter = (name: string) => UcwaClient.signIn(sandbox.origin, `${name}@parley.test`);

function embedded(event: Event): Resource {
  return event._embedded?.[event.link.rel] ?? { _links: {}, _embedded: {} };
}

const rings = async (client: UcwaClient) =>
  embedded(await client.until('audioVideoInvitation', 'started'));

/** Sets where Sam's calls go. */
async function forward(sam: UcwaClient, settings: string, target: string): Promise<void> {
  const me = await sam.me();
  const reply = await sam.post(
    `${me._links.callForwardingSettings?.href}/${settings}/${target}`,
    {},
  );
  expect(reply.status).toBe(204);
}

it('lets a delegate call in the name of whom they answer for, and nobody else', async () => {
  const [alex, robin] = [await enter('alex'), await enter('robin')];
  const delegator = 'sip:sam@parley.test';
  await alex.call('sip:robin@parley.test', { delegator }, 'startAudioOnBehalfOfDelegator');
  const incoming = await rings(robin);
  expect(incoming).toMatchObject({ delegator });
  expect(incoming._links.onBehalfOf).toMatchObject({ title: 'Sam Okafor' });
  expect(incoming._links.delegator).toMatchObject({ title: 'Sam Okafor' });
  const wrong = alex.call(
    'sip:robin@parley.test',
    { delegator: 'sip:kim@parley.test' },
    'startAudioVideoOnBehalfOfDelegator',
  );
  expect(await refusal(wrong)).toBe('403 Forbidden');
  const offered = Object.keys(robin.communication._links);
  expect(offered).not.toContain('startAudioOnBehalfOfDelegator');
});

it('takes an emergency call to the one who takes such calls, with the place', async () => {
  const [alex, dana] = [await enter('alex'), await enter('dana')];
  const place = { address: '1 Main Street', city: 'Redmond', state: 'WA', building: '7' };
  await alex.call('tel:911', place, 'startEmergencyCall');
  const { state, ...rest } = place;
  expect(await rings(dana)).toMatchObject({ ...rest, locationState: state });
});

it('lets delegates ring along, and tells everybody who took the call', async () => {
  const [alex, sam, kim, robin] = await Promise.all(['alex', 'sam', 'kim', 'robin'].map(enter));
  if (alex === undefined || sam === undefined || kim === undefined || robin === undefined) return;
  await forward(sam, 'simultaneousRingSettings', 'simultaneousRingToDelegates');
  await robin.call('sip:sam@parley.test', {}, 'startAudio');
  expect(await rings(sam)).toMatchObject({ state: 'Connecting' });
  const atKim = await rings(kim);
  expect(atKim).toMatchObject({ state: 'TeamRing', to: 'sip:sam@parley.test' });
  expect(atKim._links.forwardedBy).toMatchObject({ title: 'Sam Okafor' });
  await kim.postSdp(atKim._links.acceptWithAnswer?.href, audioSdp, { sessionContext: 's' });
  const atSam = await sam.until('audioVideoInvitation', 'completed');
  expect(atSam).toMatchObject({ status: 'Failure', reason: { subcode: 'ConnectedElsewhere' } });
  expect(embedded(atSam)._links.acceptedByContact).toMatchObject({ title: 'Kim Lindqvist' });
  const atRobin = embedded(await robin.until('audioVideoInvitation', 'completed'));
  expect(atRobin._embedded.acceptedByParticipant).toMatchObject([{ name: 'Kim Lindqvist' }]);
  // The delegate who did not take it stops ringing as well.
  await alex.until('audioVideoInvitation', 'completed');
});

it('forwards a call at once to the delegates instead', async () => {
  const [sam, kim, robin] = await Promise.all(['sam', 'kim', 'robin'].map(enter));
  if (sam === undefined || kim === undefined || robin === undefined) return;
  await forward(sam, 'immediateForwardSettings', 'immediateForwardToDelegates');
  await robin.call('sip:sam@parley.test', {}, 'startAudio');
  const atKim = await rings(kim);
  expect(atKim._links.forwardedBy).toMatchObject({ title: 'Sam Okafor' });
  expect(atKim._links.to).toMatchObject({ title: 'Sam Okafor' });
});
