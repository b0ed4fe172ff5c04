import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';
const samUser = 'sam@parley.test';

let stage: Stage;
let alex: Communicator;
let sam: Communicator;

beforeEach(async () => {
  stage = await Stage.open();
  [alex, sam] = await Promise.all([stage.enter('alex@parley.test'), stage.enter(samUser)]);
});

afterEach(() => stage.close());

async function connect() {
  const outgoing = await alex.call(samUri);
  const { id: incoming } = await sam.ringing();
  await sam.commands['calls.answer']({ callId: incoming, modality: 'audio' });
  await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(incoming, 'connected')]);
  return { outgoing, incoming };
}

const online = (someone: Communicator) =>
  someone.until(({ session }) => session.phase === 'online');

describe('the server restarts', () => {
  it('while it rings: the ringing ends, the call was missed, and the next one rings', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await stage.sandbox.control.restart();
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'missed' });
    expect((await alex.recent(outgoing)).outcome).toMatchObject({
      kind: 'failed',
      reason: 'server',
    });
    await Promise.all([online(alex), online(sam)]);
    expect(sam.state.calls).toEqual({});
    await connect();
  });

  it('during a call: the call goes on without it, and hanging up ends it on this side', async () => {
    const { outgoing, incoming } = await connect();
    await stage.sandbox.control.restart();
    await alex.until(({ session }) => session.phase === 'recovering');
    await online(alex);
    await sam.until(({ calls }) => calls[incoming]?.can.hold === false);
    expect([alex.state.calls[outgoing]?.phase, sam.state.calls[incoming]?.phase]).toEqual([
      'connected',
      'connected',
    ]);
    await alex.commands['calls.hangUp']({ callId: outgoing });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'answered' });
  });
});

describe('the connection drops', () => {
  it('during a call: it recovers, and the call is neither lost nor doubled', async () => {
    const { outgoing, incoming } = await connect();
    await stage.sandbox.control.setRefusing(true);
    const recovering = ({ session }: Communicator['state']) => session.phase === 'recovering';
    await Promise.all([alex.until(recovering), sam.until(recovering)]);
    expect(alex.state.calls[outgoing]?.phase).toBe('connected');
    await stage.sandbox.control.setRefusing(false);
    for (const someone of [alex, sam]) someone.wakeUps.emit('network-back');
    await Promise.all([online(alex), online(sam)]);
    expect(Object.keys(alex.state.calls)).toEqual([outgoing]);
    await sam.commands['calls.hangUp']({ callId: incoming });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'answered' });
    expect([alex.state.recents.length, sam.state.recents.length]).toEqual([1, 1]);
  });

  it('while the user hangs up: the server is told when it is back', async () => {
    const { outgoing, incoming } = await connect();
    await stage.sandbox.control.setRefusing(true);
    await alex.until(({ session }) => session.phase === 'recovering');
    await alex.commands['calls.hangUp']({ callId: outgoing });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'answered' });
    await stage.sandbox.control.setRefusing(false);
    for (const someone of [alex, sam]) someone.wakeUps.emit('network-back');
    expect((await sam.recent(incoming)).outcome).toEqual({ kind: 'answered' });
  });

  it('while the user declines: the caller hears so when it is back', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await stage.sandbox.control.setRefusing(true);
    await sam.until(({ session }) => session.phase === 'recovering');
    await sam.commands['calls.decline']({ callId: id, scope: 'Local' });
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'declined' });
    await stage.sandbox.control.setRefusing(false);
    for (const someone of [alex, sam]) someone.wakeUps.emit('network-back');
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
  });

  it('while it rings: the call still rings afterwards and can be taken', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    stage.sandbox.control.dropConnections();
    await sam.until(({ session }) => session.phase === 'recovering');
    await online(sam);
    await sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    await alex.inPhase(outgoing, 'connected');
    expect(Object.keys(sam.state.calls)).toEqual([id]);
  });
});

describe('the event channel', () => {
  it('goes on with a new ticket when the old one expires during a long poll', async () => {
    stage.sandbox.control.expireTokens();
    await connect();
    expect(sam.state.session.phase).toBe('online');
  });

  it('ends the session when another instance of the same endpoint polls', async () => {
    const secrets = sam.secrets;
    await sam.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
    const second = await stage.enter(samUser, { secrets });
    const session = await sam.until(({ session }) => session.phase === 'signedOut' && session);
    expect(session.reason).toBe('used-elsewhere');
    expect(second.state.session.phase).toBe('online');
  });

  it.each([
    ['JSON that breaks off', { raw: '{"_links": {"next"' }],
    ['a truncated body', { raw: '{"_links":', truncated: true }],
    ['an error page of a proxy', { raw: '<html>', contentType: 'text/html', status: 502 }],
    ['a page of a proxy that says 200', { raw: '<html>Sign in</html>', contentType: 'text/html' }],
    ['a body of 50 MB', { raw: ' '.repeat(50 * 1024 * 1024) }],
  ])('survives %s: the next call rings', async (_name, body) => {
    stage.sandbox.control.nextEventsBody(samUser, body);
    const ringing = sam.ringing();
    await alex.call(samUri);
    expect((await ringing).remote.name).toBe('Alex Rivera');
    expect(sam.logger.entries.some(({ level }) => level === 'warn')).toBe(true);
  });

  it.each([
    ['an unknown rel', { link: { rel: 'hologram', href: '/h/1' }, type: 'added' }],
    ['an unknown type', { link: { rel: 'audioVideoInvitation', href: '/i/1' }, type: 'pondered' }],
    ['an invitation without links', invitationWith({})],
    ['an invitation with a wrong offer', invitationWith({ mediaOffer: { href: 'data:,%zz' } })],
    [
      'the end of a call that nobody knows',
      { link: { rel: 'audioVideoInvitation', href: '/i/2' }, type: 'completed', status: 'Failure' },
    ],
    [
      'an offer within no call',
      { link: { rel: 'audioVideoRenegotiation', href: '/r/1' }, type: 'started' },
    ],
    ['a modality of no call', { link: { rel: 'audioVideo', href: '/a/1' }, type: 'updated' }],
  ])('survives %s: the next call rings', async (_name, event) => {
    stage.sandbox.control.injectEvent(samUser, 'communication', event);
    const fromAlex = sam.until(({ calls }) =>
      Object.values(calls).find(({ remote }) => remote.name === 'Alex Rivera'),
    );
    await alex.call(samUri);
    expect((await fromAlex).can.answer).toBe(true);
    expect(sam.state.session.phase).toBe('online');
  });

  it('shows an invitation without links, but offers nothing that cannot be done', async () => {
    stage.sandbox.control.injectEvent(samUser, 'communication', invitationWith({}));
    const call = await sam.ringing();
    expect(call.can).toMatchObject({ answer: false, decline: false });
    stage.sandbox.control.injectEvent(samUser, 'communication', {
      link: { rel: 'audioVideoInvitation', href: '/i/9' },
      type: 'completed',
      status: 'Failure',
      reason: { code: 'RemoteFailure', subcode: 'Canceled' },
    });
    expect((await sam.recent(call.id)).outcome).toEqual({ kind: 'missed' });
  });

  it('ends what is over on the server after events were lost', async () => {
    stage.sandbox.control.injectEvent(samUser, 'communication', invitationWith({}));
    const { id } = await sam.ringing();
    stage.sandbox.control.sendResync(samUser);
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'missed' });
  });

  it('keeps a call ringing that still rings on the server after events were lost', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    stage.sandbox.control.sendResync(samUser);
    await stage.sandbox.control.waitForRequest(
      ({ method, path }) => method === 'GET' && /audioVideoInvitations\/[0-9a-f]+$/.test(path),
    );
    await sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    await alex.inPhase(outgoing, 'connected');
  });
});

describe('a server that embeds nothing of the media', () => {
  it('connects, holds and hangs up by reading the links', async () => {
    await stage.close();
    stage = await Stage.open({ embedding: 'linksOnly' });
    [alex, sam] = await Promise.all([stage.enter('alex@parley.test'), stage.enter(samUser)]);
    const { outgoing, incoming } = await connect();
    await alex.until(({ calls }) => calls[outgoing]?.can.hold);
    await alex.commands['calls.hold']({ callId: outgoing });
    await sam.until(({ calls }) => calls[incoming]?.hold.remote);
    await sam.commands['calls.hangUp']({ callId: incoming });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'answered' });
  });
});

function invitationWith(links: Record<string, { href: string }>) {
  const href = '/i/9';
  return {
    link: { rel: 'audioVideoInvitation', href },
    type: 'started',
    _embedded: {
      audioVideoInvitation: {
        rel: 'audioVideoInvitation',
        direction: 'Incoming',
        state: 'Connecting',
        _links: { self: { href }, ...links },
      },
    },
  };
}
