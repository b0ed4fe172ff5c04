import { afterEach, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../../support/manual-clock.ts';
import { communicationResource, type ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { SystemClock } from '../../support/system-clock.ts';
import { addParticipant, startMeeting } from '../sandbox/meeting-steps.ts';
import { UcwaClient } from '../sandbox/ucwa-client.ts';
import { embedded, invitationResource, ScriptedStage } from './support/scripted-stage.ts';
import { Stage } from './support/stage.ts';

/** The time of the system, which a test may put forward. */
class FastForwardClock extends SystemClock {
  aheadMs = 0;

  override nowMs(): number {
    return super.nowMs() + this.aheadMs;
  }
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('on the built-in server', () => {
  const samUser = 'sam@parley.test';

  it('lists calls, messages and meetings that came while the session was lost, until dismissed', async () => {
    const stage = await Stage.open();
    closers.push(() => stage.close());
    const [sam, alex] = await Promise.all([stage.enter(samUser), stage.enter('alex@parley.test')]);
    const dana = await UcwaClient.signIn(stage.sandbox.origin, 'dana@parley.test');
    const { control } = stage.sandbox;
    control.setCutOff(samUser, true);
    await sam.until(({ session }) => session.phase === 'recovering');
    control.expireApplications(samUser);
    const callId = await alex.call('sip:sam@parley.test');
    await alex.inPhase(callId, 'ended');
    await dana.post(dana.communication._links.startMessaging?.href, {
      to: 'sip:sam@parley.test',
      operationId: 'op',
      _links: { message: { href: 'data:text/plain;charset=utf-8,Lunch%3f' } },
    });
    await dana.until('messagingInvitation', 'completed');
    await addParticipant(dana, await startMeeting(dana), 'sip:sam@parley.test');
    await dana.until('participantInvitation', 'completed');
    control.setCutOff(samUser, false);
    sam.wakeUps.emit('network-back');
    const digest = await sam.until(({ away }) => away);
    expect(digest.items).toMatchObject([
      { kind: 'meeting', from: { name: 'Dana Whitfield' }, subject: 'Planning' },
      { kind: 'message', from: { name: 'Dana Whitfield' }, preview: 'Lunch?' },
      { kind: 'call', from: { uri: 'sip:alex@parley.test', name: 'Alex Rivera' } },
    ]);
    expect(digest).toMatchObject({ unnamed: 0, voicemails: 0 });
    expect(JSON.stringify(digest)).not.toContain('/ucwa/');
    await sam.commands['away.dismiss'](undefined);
    expect(sam.state.away).toBeNull();
  });

  it('lists a call that rang while the screen was locked', async () => {
    const stage = await Stage.open({ invitationTimeoutMs: 200 });
    closers.push(() => stage.close());
    const clock = new FastForwardClock();
    const sam = await stage.enter(samUser, { clock });
    const alex = await stage.enter('alex@parley.test');
    sam.surroundings.change({ screenLocked: true });
    await alex.call('sip:sam@parley.test');
    await sam.until(({ recents }) => recents[0]);
    clock.aheadMs = 10 * 60_000;
    sam.surroundings.change({ screenLocked: false });
    const digest = await sam.until(({ away }) => away);
    expect(digest.items).toMatchObject([{ kind: 'call', from: { name: 'Alex Rivera' } }]);
  });
});

describe('on a scripted server', () => {
  const missedItems = (count: number) => ({
    rel: 'missedItems',
    unreadMissedConversationsCount: count,
    unreadVoicemailsCount: count,
  });

  const withMissedItems = (ucwa: ScriptedUcwa): void => {
    const communication = communicationResource();
    Object.assign(communication._links, { missedItems: { href: '/apps/1/missedItems' } });
    ucwa.on('GET /apps/1/communication', { body: communication });
    ucwa.on('GET /apps/1/missedItems', { body: missedItems(1) });
  };

  async function open() {
    const clock = new ManualClock();
    const stage = await ScriptedStage.open({ clock }, withMissedItems);
    closers.push(() => stage.close());
    const counted = () => stage.ucwa.server.seen('GET', /missedItems$/).length;
    await vi.waitUntil(() => counted() === 1);
    return { stage, clock, counted };
  }

  /** Lets the digest come: it waits a little for the events that waited. */
  const settle = (clock: ManualClock, isSo: () => boolean) =>
    vi.waitUntil(() => {
      clock.advance(500);
      return isSo();
    });

  it('tells how much more the server counts after a resync, when it names nothing', async () => {
    const { stage, clock } = await open();
    stage.ucwa.on('GET /apps/1/missedItems', { body: missedItems(4) });
    stage.ucwa.on('GET /apps/1', {
      body: {
        rel: 'application',
        _links: { self: { href: '/apps/1' }, events: { href: '/apps/1/events?ack=1' } },
        _embedded: {
          me: { rel: 'me', _links: { self: { href: '/apps/1/me' } } },
          people: { rel: 'people', _links: { self: { href: '/apps/1/people' } } },
          communication: {
            rel: 'communication',
            _links: {
              self: { href: '/apps/1/communication' },
              missedItems: { href: '/apps/1/missedItems' },
            },
          },
        },
      },
    });
    stage.resync();
    await settle(clock, () => stage.alex.state.away !== null);
    expect(stage.alex.state.away).toMatchObject({ items: [], unnamed: 3, voicemails: 3 });
  });

  it('counts anew when the server says so, so that only an absence counts', async () => {
    const { stage, clock, counted } = await open();
    stage.ucwa.on('GET /apps/1/missedItems', { body: missedItems(4) });
    stage.send(['missedItems', '/apps/1/missedItems', 'updated']);
    await vi.waitUntil(() => counted() === 2);
    clock.sleep(10 * 60_000);
    stage.alex.wakeUps.emit('system-resumed');
    await settle(clock, () => counted() === 3);
    await stage.ucwa.server.waitFor('GET', /events/, 3);
    expect(stage.alex.state.away).toBeNull();
  });

  it('lists a call whose end was told when the computer woke', async () => {
    const { stage, clock } = await open();
    clock.sleep(10 * 60_000);
    stage.alex.wakeUps.emit('system-resumed');
    const reason = { code: 'RemoteFailure', subcode: 'Canceled' };
    const from = { rel: 'participant', name: 'Sam Okafor', uri: 'sip:sam@example.test' };
    const resource = { ...invitationResource('Incoming'), _embedded: { from } };
    stage.send(
      ['audioVideoInvitation', '/inv/1', 'started', embedded('audioVideoInvitation', resource)],
      ['audioVideoInvitation', '/inv/1', 'completed', { status: 'Failure', reason }],
    );
    await settle(clock, () => stage.alex.state.away !== null);
    expect(stage.alex.state.away?.items).toMatchObject([
      { kind: 'call', from: { name: 'Sam Okafor' } },
    ]);
  });

  it('says nothing of an outage of seconds in which nothing was lost', async () => {
    const { stage, clock, counted } = await open();
    stage.ucwa.server.dropConnections();
    await stage.alex.until(({ session }) => session.phase === 'recovering');
    await settle(clock, () => stage.alex.state.session.phase === 'online');
    clock.advance(5_000);
    await stage.ucwa.server.waitFor('GET', /^\/apps\/1$/);
    expect(counted()).toBe(1);
    expect(stage.alex.state.away).toBeNull();
  });
});
