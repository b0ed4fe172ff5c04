import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { passwordTicket, sdpFromHref, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;

beforeEach(async () => {
  sandbox = await startSandbox({ eventChannel: { mediumSeconds: 0, minimumSeconds: 0 } });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
  sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
  await sam.until('communication', 'updated');
});

afterEach(() => sandbox.stop());

/** An event request of Sam's that has reached the server and hangs there. */
async function hang(
  more: Record<string, string> = {},
): Promise<{ readonly reply: Promise<Response> }> {
  const reply = sam.send('GET', sam.eventsUrl(more));
  await expect
    .poll(() => sandbox.control.applicationsOf('sam@parley.test').some(({ polling }) => polling), {
      interval: 5,
    })
    .toBe(true);
  return { reply };
}

async function subcode(response: Response): Promise<unknown> {
  return ((await response.json()) as { subcode?: string }).subcode;
}

describe('the event channel', () => {
  it('lets a newer request with the same number take the place of the older', async () => {
    const { reply: older } = await hang();
    const newer = sam.send('GET', sam.eventsUrl());
    const replaced = await older;
    expect([replaced.status, await subcode(replaced)]).toEqual([409, 'PGetReplaced']);
    await alex.call('sip:sam@parley.test');
    expect((await newer).status).toBe(200);
  });

  it('serves the same body again until it is acknowledged', async () => {
    await alex.call('sip:sam@parley.test');
    const url = sam.eventsUrl();
    const first = await (await sam.send('GET', url)).text();
    expect(await (await sam.send('GET', url)).text()).toBe(first);
  });

  it('loses nothing when the connection drops while a request hangs', async () => {
    const { reply: dropped } = await hang();
    sandbox.control.dropConnections();
    await expect(dropped).rejects.toThrow();
    await alex.call('sip:sam@parley.test');
    await sam.until('audioVideoInvitation', 'started');
  });

  it('marks the moment an invitation was written', async () => {
    await alex.call('sip:sam@parley.test');
    const started = await sam.until('audioVideoInvitation', 'started');
    const mark = sandbox.control.writes.find(
      ({ rel, type, user }) =>
        rel === 'audioVideoInvitation' && type === 'started' && user === 'sip:sam@parley.test',
    );
    expect(mark).toMatchObject({ invitationId: started.link.href.split('/').pop() });
    expect(Math.abs((mark?.atMs ?? 0) - Date.now())).toBeLessThan(5_000);
  });
});

describe('broken replies', () => {
  it.each([
    ['malformed JSON', { raw: '{"_links": {' }, 200],
    [
      'a page of a proxy',
      { raw: '<html>Bad Gateway</html>', contentType: 'text/html', status: 502 },
      502,
    ],
    ['fifty megabytes', { raw: Buffer.alloc(50 * 1024 * 1024, 0x20) }, 200],
  ])('%s: the next request gets the real events', async (_, reply, status) => {
    const { reply: hanging } = await hang();
    sandbox.control.nextEventsBody('sam@parley.test', reply);
    const broken = await hanging;
    expect(broken.status).toBe(status);
    expect((await broken.arrayBuffer()).byteLength).toBe(Buffer.byteLength(reply.raw));
    await alex.call('sip:sam@parley.test');
    await sam.until('audioVideoInvitation', 'started');
  });

  it('a truncated body ends in a broken connection', async () => {
    sandbox.control.nextEventsBody('sam@parley.test', { raw: '{"_links":', truncated: true });
    const broken = await sam.send('GET', sam.eventsUrl());
    await expect(broken.text()).rejects.toThrow();
    await alex.call('sip:sam@parley.test');
    await sam.until('audioVideoInvitation', 'started');
  });

  it('carries events nobody has heard of', async () => {
    sandbox.control.injectEvent('sam@parley.test', 'communication', {
      link: { rel: 'fridge', href: '/nowhere' },
      type: 'defrosted',
    });
    await sam.until('fridge', 'defrosted');
  });

  it('delivers an offer that is no SDP, once', async () => {
    sandbox.control.tamperNextOffer('sam@parley.test');
    await alex.call('sip:sam@parley.test');
    const offers: string[] = [];
    const readOffer = async () => {
      const started = await sam.until('audioVideoInvitation', 'started');
      offers.push(sdpFromHref(started._embedded?.audioVideoInvitation?._links.mediaOffer?.href));
    };
    await readOffer();
    await alex.call('sip:sam@parley.test');
    await readOffer();
    expect(offers[0]).toBe('this is not a session description');
    expect(offers[1]).toMatch(/^v=0/);
  });
});

describe('lost state', () => {
  it('answers a hanging request 401 when its ticket expires, and takes a new one', async () => {
    const { reply: hanging } = await hang();
    sandbox.control.expireTokens('sam@parley.test');
    const refused = await hanging;
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('MsRtcOAuth');
    const ticket = await (await passwordTicket(sandbox.origin, 'sam@parley.test')).json();
    sam.ticket = (ticket as { access_token: string }).access_token;
    await alex.call('sip:sam@parley.test');
    await sam.until('audioVideoInvitation', 'started');
  });

  it('forgets applications in a restart, on the same port, with the same tickets', async () => {
    const { reply: hanging } = await hang();
    await Promise.all([expect(hanging).rejects.toThrow(), sandbox.control.restart()]);
    const reply = await sam.send('GET', sam.eventsUrl());
    expect([reply.status, await subcode(reply)]).toEqual([404, 'ApplicationNotFound']);
    expect((await sam.register('sam@parley.test')).status).toBe(201);
  });

  it('refuses connections for a while', async () => {
    await sandbox.control.setRefusing(true);
    await expect(fetch(sandbox.discoveryUrl)).rejects.toThrow();
    await sandbox.control.setRefusing(false);
    expect((await fetch(sandbox.discoveryUrl)).status).toBe(200);
  });

  it('asks for a resync, after which events flow on', async () => {
    sandbox.control.sendResync('sam@parley.test');
    expect(Object.keys((await sam.poll())._links)).toEqual(['self', 'resync']);
    await alex.call('sip:sam@parley.test');
    await sam.until('audioVideoInvitation', 'started');
  });

  it('resumes without calls and subscriptions', async () => {
    await alex.call('sip:sam@parley.test');
    await sam.until('audioVideoInvitation', 'started');
    sandbox.control.sendResume('sam@parley.test');
    expect(Object.keys((await sam.poll())._links)).toEqual(['self', 'resume']);
    const following = sam.poll();
    const failed = await alex.until('audioVideoInvitation', 'completed');
    expect(failed.reason?.subcode).toBe('Unreachable');
    expect(sandbox.control.applicationsOf('sam@parley.test')).toMatchObject([{ conversations: 0 }]);
    await alex.call('sip:sam@parley.test');
    await following;
    await sam.until('audioVideoInvitation', 'started');
  });

  it('keeps a log of requests without credentials', async () => {
    const next = sandbox.control.waitForRequest(({ path }) => path.endsWith('/me'));
    await sam.get(sam.application._embedded.me?._links.self?.href);
    expect(await next).toMatchObject({
      method: 'GET',
      status: 200,
      userUri: 'sip:sam@parley.test',
    });
    expect(JSON.stringify(sandbox.control.requests)).not.toContain('cwt=');
  });
});

describe('messages', () => {
  it('travel both ways, the first along with the invitation', async () => {
    const reply = await alex.post(alex.communication._links.startMessaging?.href, {
      to: 'sip:sam@parley.test',
      operationId: 'im-1',
      _links: { message: { href: 'data:text/plain,Hello+there' } },
    });
    expect(reply.status).toBe(201);
    const asked = (await sam.until('messagingInvitation', 'started'))._embedded
      ?.messagingInvitation;
    expect(asked?._links.message?.href).toBe('data:text/plain;charset=utf-8,Hello+there');
    expect((await sam.post(asked?._links.accept?.href)).status).toBe(204);
    await sam.until('message', 'completed');
    await alex.until('messagingInvitation', 'completed');
    const messaging = await sam.get(asked?._links.messaging?.href);
    expect((await sam.post(messaging._links.setIsTyping?.href)).status).toBe(204);
    await alex.until(
      'participant',
      'added',
      ({ in: inside }) => inside?.rel === 'typingParticipants',
    );
    const sent = await sam.send('POST', `${messaging._links.sendMessage?.href}?operationId=m-1`, {
      headers: { 'Content-Type': 'text/plain' },
      body: 'Hi & bye',
    });
    expect(sent.status).toBe(201);
    const received = (await alex.until('message', 'completed'))._embedded?.message;
    expect(received?._links.plainMessage?.href).toBe(
      'data:text/plain;charset=utf-8,Hi+%26+bye%0d%0a',
    );
    await sam.post(messaging._links.stopMessaging?.href);
    await alex.until('conversation', 'deleted');
  });
});
