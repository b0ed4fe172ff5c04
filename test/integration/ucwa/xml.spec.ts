import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { link } from '../../../app/ucwa/hypermedia/links.ts';
import { decodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import { startAudioVideo } from '../../../app/ucwa/requests/start-audio-video.ts';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { EventLog } from '../../support/event-log.ts';
import { type Answer, ScriptedServer } from '../../support/scripted-server.ts';
import { eventsBody, ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';
import { toUcwaXml } from '../../support/ucwa-xml.ts';

const mediaType = 'application/vnd.microsoft.com.ucwa+xml';
const sdp = 'v=0\r\no=- 0 1 IN IP4 192.0.2.1\r\ns=session\r\n';
let server: ScriptedServer;
let ucwa: ScriptedUcwa;
let transport: NodeHttpTransport;
let application: UcwaApplication;

/** The same answer in XML, for who asked for it. */
function inXml(answer: Answer): Answer {
  if (typeof answer === 'string') return answer;
  if ('after' in answer) return { ...answer, answer: inXml(answer.answer) };
  if (typeof answer.body !== 'object') return answer;
  const body = toUcwaXml(Object.fromEntries(Object.entries(answer.body)));
  return {
    ...answer,
    body,
    headers: { ...answer.headers, 'Content-Type': `${mediaType}; charset=utf-8` },
  };
}

beforeEach(async () => {
  server = await ScriptedServer.start();
  ucwa = new ScriptedUcwa(server);
  const { script } = server;
  server.script = (request) => {
    const wantsXml = request.headers.accept?.startsWith(mediaType) === true;
    return wantsXml ? inXml(script(request)) : script(request);
  };
  transport = new NodeHttpTransport();
  application = await signInWith(
    signInRequest({ discoveryUrl: ucwa.discoveryUrl }),
    ucwaDependencies(transport),
    { syntax: 'xml' },
  );
  await application.upToDate();
});
afterEach(async () => {
  application.stop();
  transport.close();
  await server.stop();
});

describe('a client that speaks XML', () => {
  it('asks for XML everywhere but for the ticket, and reads what it gets', () => {
    const accepted = server.requests.filter(({ url }) => url !== '/ticket');
    expect(accepted.every(({ headers }) => headers.accept?.startsWith(mediaType))).toBe(true);
    expect(application.me.properties.name).toBe('Alex Rivera');
    expect(link(application.communication, 'startAudio')?.href).toBe(
      `${server.origin}/apps/1/startAudio?modality=Audio`,
    );
  });

  it('writes its inputs in XML', async () => {
    const [created] = server.seen('POST', /^\/apps$/);
    expect(created?.headers['content-type']).toBe('application/xml');
    expect(created?.body).toContain('<property name="culture">');
    ucwa.on('POST /apps/1/startAudioVideo', { status: 201 });
    await startAudioVideo(application.client, application.communication, {
      operationId: 'o1',
      to: 'sip:sam@example.test',
      joinAudioMuted: true,
      mediaOffer: sdp,
    });
    const [started] = server.seen('POST', /startAudioVideo/);
    expect(started?.body).toContain(
      '<input xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">',
    );
    expect(started?.body).toContain('<property name="joinAudioMuted">True</property>');
    expect(started?.body).toContain('<link rel="mediaOffer" href="data:application/sdp;base64,');
  });

  it('puts whole resources back in XML', async () => {
    ucwa.on('GET /apps/1/note', { body: { rel: 'note', message: 'a', type: 'Personal' } });
    ucwa.on('PUT /apps/1/note', { status: 204 });
    await application.client.update(`${server.origin}/apps/1/note`, () => ({ message: 'b & c' }));
    const [put] = server.seen('PUT', /note/);
    expect(put?.body).toContain('<resource xmlns=');
    expect(put?.body).toContain('<property name="message">b &amp; c</property>');
    expect(put?.body).toContain('<property name="type">Personal</property>');
  });

  it('reads the reason of a refusal', async () => {
    const reason = { code: 'Conflict', subcode: 'AlreadyExists', message: 'It is there.' };
    ucwa.on('POST /apps/1/activity', { status: 409, body: reason });
    await expect(
      application.client.post(`${server.origin}/apps/1/activity`, null),
    ).rejects.toMatchObject({ kind: 'ucwa', status: 409, reason });
  });

  it('hears of a call', async () => {
    const offer = `data:application/sdp;base64,${btoa(sdp)}`;
    const invitation = {
      rel: 'audioVideoInvitation',
      direction: 'Incoming',
      joinAudioMuted: false,
      _links: { self: { href: '/apps/1/i/1' }, mediaOffer: { href: offer } },
      _embedded: { from: { rel: 'participant', name: 'Sam', local: false } },
    };
    const event = { _embedded: { audioVideoInvitation: invitation } };
    ucwa.on('GET /apps/1/events?ack=2', 'hang');
    ucwa.on('GET /apps/1/events', {
      body: eventsBody({ next: '/apps/1/events?ack=2' }, [
        ['audioVideoInvitation', '/apps/1/i/1', 'started', event],
      ]),
    });
    const log = new EventLog(application);
    application.start();
    await log.waitFor('audioVideoInvitation started 1');
    const heard = log.events.find((each) => each.type === 'event')?.event;
    expect(heard?.resource).toMatchObject({
      rel: 'audioVideoInvitation',
      properties: { direction: 'Incoming', joinAudioMuted: false },
      embedded: { from: [{ rel: 'participant', properties: { name: 'Sam', local: false } }] },
    });
    expect(decodeMediaSdp(heard?.resource?.links.mediaOffer?.[0]?.href ?? '').sdp).toBe(sdp);
  });
});

describe('whatever a client asked for', () => {
  it('reads JSON, XML and multipart/related by their types', async () => {
    ucwa.on('GET /json', { body: '{"rel":"note"}', headers: { 'Content-Type': 'text/json' } });
    const boundary = 'b1';
    ucwa.on('GET /related', {
      headers: { 'Content-Type': `multipart/related; boundary=${boundary}; type=application/json` },
      body:
        `--${boundary}\r\nContent-Type: application/json\r\n\r\n` +
        '{"rel":"invitation","_links":{"mediaOffer":{"href":"cid:1"}}}\r\n' +
        `--${boundary}\r\nContent-Type: application/sdp\r\nContent-ID: <1>\r\n\r\n${sdp}\r\n` +
        `--${boundary}--`,
    });
    expect((await application.client.get(`${server.origin}/json`)).rel).toBe('note');
    const related = await application.client.get(`${server.origin}/related`);
    expect(decodeMediaSdp(related.links.mediaOffer?.[0]?.href ?? '').sdp).toBe(sdp);
  });

  it('refuses an address that is none without sending anything', async () => {
    ucwa.on('GET /broken', { body: { baseuri: 'nowhere', _links: { me: { href: '/me' } } } });
    const broken = await application.client.get(`${server.origin}/broken`);
    const before = server.requests.length;
    await expect(application.client.get(link(broken, 'me')?.href ?? '')).rejects.toMatchObject({
      kind: 'bad-address',
    });
    expect(server.requests).toHaveLength(before);
  });
});
