import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Syntax } from '../../../app/ucwa/codec/ucwa-codecs.ts';
import { decodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import { acceptWithAnswer, decline } from '../../../app/ucwa/requests/answer-invitation.ts';
import { startAudio } from '../../../app/ucwa/requests/start-audio-video.ts';
import { readAudioVideoInvitation } from '../../../app/ucwa/resources/audio-video-invitation.ts';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { EventLog } from '../../support/event-log.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

const sdp = [
  'v=0',
  'o=- 0 1 IN IP4 127.0.0.1',
  's=session',
  'c=IN IP4 127.0.0.1',
  't=0 0',
  'm=audio 49170 RTP/SAVP 0',
  'a=rtpmap:0 PCMU/8000',
  '',
].join('\r\n');

let sandbox: Sandbox;
let transport: NodeHttpTransport;
/** What the client asks for and writes. */
let syntax: Syntax;
const applications: UcwaApplication[] = [];

beforeEach(async () => {
  sandbox = await startSandbox({});
  transport = new NodeHttpTransport();
});
afterEach(async () => {
  for (const application of applications.splice(0)) application.stop();
  transport.close();
  await sandbox.stop();
});

async function signedIn(index: number, password?: string) {
  const user = sandbox.users[index];
  if (user === undefined) throw new Error('no such user');
  const { userName } = user;
  const application = await signInWith(
    signInRequest({
      address: userName,
      method: { grant: 'password', account: { userName, password: password ?? user.password } },
      discoveryUrl: sandbox.discoveryUrl,
    }),
    ucwaDependencies(transport),
    { syntax },
  );
  await application.upToDate();
  applications.push(application);
  const log = new EventLog(application);
  application.start();
  return { application, log, user };
}

/** The invitation that came first, as a resource. */
function invitationOf(log: EventLog) {
  for (const each of log.events) {
    if (each.type !== 'event' || each.event.link.rel !== 'audioVideoInvitation') continue;
    if (each.event.resource !== null) return each.event.resource;
  }
  throw new Error('no invitation');
}

const waitForRel = (log: EventLog, start: string) =>
  expect.poll(() => log.words.filter((word) => word.startsWith(start)).length).toBeGreaterThan(0);

async function ringing() {
  const alex = await signedIn(0);
  const sam = await signedIn(1);
  const started = await startAudio(alex.application.client, alex.application.communication, {
    to: sam.user.uri,
    operationId: 'op1',
    importance: 'Urgent',
    mediaOffer: sdp,
  });
  await waitForRel(sam.log, 'audioVideoInvitation started');
  return { alex, sam, started, resource: invitationOf(sam.log) };
}

describe.each(['json', 'xml'] as const)('in %s', (each) => {
  beforeEach(() => {
    syntax = each;
  });

  it('signs in, makes the user available, and signs out', async () => {
    const { application } = await signedIn(0);
    const seen = sandbox.control.applicationsOf(sandbox.users[0]?.uri ?? '');
    expect(seen).toMatchObject([{ available: true }]);
    expect(seen[0]?.supportedModalities).toContain('Audio');
    await application.signOut();
    expect(sandbox.control.applicationsOf(sandbox.users[0]?.uri ?? '')).toHaveLength(0);
  });

  it('tells a wrong password', async () => {
    await expect(signedIn(0, 'wrong')).rejects.toMatchObject({ problem: 'wrong-password' });
  });

  it('tells a clock that is off', async () => {
    await sandbox.stop();
    sandbox = await startSandbox({ clockOffsetMs: 3_600_000 });
    await expect(signedIn(0, 'wrong')).rejects.toMatchObject({ problem: 'clock-skew' });
  });

  it('tells a server without password grant', async () => {
    sandbox.control.setGrants(['windows']);
    await expect(signedIn(0)).rejects.toMatchObject({ problem: 'method-not-offered' });
  });

  describe('a call', () => {
    it('reaches the other user with its offer', async () => {
      const { alex, started, resource } = await ringing();
      const invitation = readAudioVideoInvitation(resource);
      expect(invitation).toMatchObject({ direction: 'Incoming', importance: 'Urgent' });
      expect(invitation.from?.uri).toBe(alex.user.uri);
      expect(decodeMediaSdp(invitation.mediaOffer ?? '').sdp).toBe(sdp);
      expect(started.location).toContain('/audioVideoInvitations/');
    });

    it('is accepted', async () => {
      const { alex, sam, resource } = await ringing();
      const answer = { sdp, sessionContext: 's1', processedOfferId: null };
      await acceptWithAnswer(sam.application.client, resource, answer);
      await waitForRel(alex.log, 'audioVideoNegotiation updated');
      await waitForRel(alex.log, 'audioVideoInvitation completed');
    });

    it('is declined', async () => {
      const { alex, sam, resource } = await ringing();
      await decline(sam.application.client, resource, 'Global');
      await waitForRel(alex.log, 'audioVideoInvitation completed');
    });
  });

  describe('the event channel', () => {
    const ping = async (log: EventLog, name: string) => {
      const { uri } = sandbox.users[0] ?? { uri: '' };
      const href = `/ping/${name}`;
      sandbox.control.injectEvent(uri, 'communication', {
        link: { rel: 'ping', href },
        type: 'updated',
      });
      await log.waitFor(`ping updated ${name}`);
    };
    const alexUri = () => sandbox.users[0]?.uri ?? '';
    const polling = () =>
      expect.poll(() => sandbox.control.applicationsOf(alexUri())[0]?.polling).toBe(true);

    it('survives connections that drop', async () => {
      const { log } = await signedIn(0);
      await polling();
      sandbox.control.dropConnections();
      await ping(log, 'after');
      expect(log.words.slice(0, 2)).toEqual(['connected', 'recovering']);
    });

    it('survives a server that forgets everything', async () => {
      const { log, application } = await signedIn(0);
      const before = application.root.href;
      await polling();
      await sandbox.control.restart();
      await log.waitFor('recreated');
      expect(application.root.href).not.toBe(before);
      await ping(log, 'after');
      expect(sandbox.control.applicationsOf(alexUri())).toMatchObject([{ available: true }]);
    });

    it('survives a ticket that expires during a long poll', async () => {
      const { log } = await signedIn(0);
      await polling();
      sandbox.control.expireTokens();
      await ping(log, 'after');
      expect(log.words).not.toContain('recovering');
    });

    it.each([
      ['malformed JSON', { raw: '{"_links":', contentType: 'application/json' }],
      ['an HTML page', { raw: '<html>portal</html>', contentType: 'text/html', status: 502 }],
      ['a body of 50 MB', { raw: ' '.repeat(50 * 1024 * 1024), contentType: 'application/json' }],
    ])('survives %s', async (_, reply) => {
      const { log } = await signedIn(0);
      await polling();
      sandbox.control.nextEventsBody(alexUri(), reply);
      await log.waitFor('recovering');
      await ping(log, 'after');
    });

    it('follows resync and resume', async () => {
      const { log } = await signedIn(0);
      await polling();
      sandbox.control.sendResync(alexUri());
      await log.waitFor('resynced');
      await polling();
      sandbox.control.sendResume(alexUri());
      await log.waitFor('recreated');
      await ping(log, 'after');
    });

    it('ends when a second instance polls the same application', async () => {
      const first = await signedIn(0);
      await polling();
      await signedIn(0);
      await first.log.waitFor('ended:used-elsewhere');
    });
  });
});
