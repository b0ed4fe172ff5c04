import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;

beforeEach(async () => {
  sandbox = await startSandbox({ eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 } });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
});

afterEach(() => sandbox.stop());

const xmlns = 'http://schemas.microsoft.com/rtc/2012/03/ucwa';
const input = (content: string) =>
  `<?xml version="1.0" encoding="utf-8"?><input xmlns="${xmlns}">${content}</input>`;

async function root(response: Response): Promise<XmlElement> {
  const { root: element } = parseXml(await response.text());
  if (element === null) throw new Error('no element');
  return element;
}

function child(parent: XmlElement, name: string, attribute: Record<string, string> = {}) {
  return parent.children.find(
    (one): one is XmlElement =>
      one instanceof XmlElement &&
      one.name === name &&
      Object.entries(attribute).every(([key, value]) => one.attributes[key] === value),
  );
}

const link = (parent: XmlElement, rel: string) => child(parent, 'link', { rel })?.attributes.href;

function send(method: string, href: string | undefined, accept: string, body?: string) {
  return alex.send(method, href, {
    headers: {
      Accept: accept,
      ...(body === undefined ? {} : { 'Content-Type': 'application/xml' }),
    },
    ...(body === undefined ? {} : { body }),
  });
}

describe('a client that takes XML', () => {
  it.each(['application/xml', 'application/vnd.microsoft.com.ucwa+xml'])(
    'is answered in %s',
    async (accept) => {
      const response = await send('GET', alex.communication._links.self?.href, accept);
      expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      const resource = await root(response);
      expect(resource.attributes).toMatchObject({
        xmlns,
        rel: 'communication',
        href: alex.communication._links.self?.href,
      });
      expect(link(resource, 'startOnlineMeeting')).toContain('onlineMeetingUri=adhoc');
    },
  );

  it('starts a meeting and hears of it', async () => {
    const accept = 'application/vnd.microsoft.com.ucwa+xml';
    const started = await send(
      'POST',
      alex.communication._links.startOnlineMeeting?.href,
      accept,
      input(
        '<property name="operationId">op-x</property><property name="subject">A &amp; B</property>',
      ),
    );
    expect(started.status).toBe(201);
    const invitation = await root(await send('GET', started.headers.get('location') ?? '', accept));
    expect(child(invitation, 'property', { name: 'operationId' })?.text).toBe('op-x');
    expect(child(invitation, 'property', { name: 'subject' })?.text).toBe('A & B');
    const events = await root(await send('GET', alex.eventsUrl(), accept));
    expect(events.name).toBe('events');
    expect(link(events, 'next')).toContain('ack=2');
    const text = JSON.stringify(events);
    expect(text).toContain('"name":"started"');
    expect(text).toContain('"name":"completed"');
  });

  it('hears of errors in it too', async () => {
    const response = await send(
      'POST',
      alex.communication._links.startOnlineMeeting?.href,
      'application/xml',
      input(`<property name="subject">${'x'.repeat(251)}</property>`),
    );
    expect(response.status).toBe(400);
    const reason = await root(response);
    expect(reason.name).toBe('reason');
    expect(child(reason, 'subcode')?.text).toBe('ParameterValidationFailure');
    expect(reason.text).toContain('subject');
  });

  it('cannot send what is no input', async () => {
    const { startOnlineMeeting } = alex.communication._links;
    const response = await send('POST', startOnlineMeeting?.href, 'application/json', '<input>');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ subcode: 'DeserializationFailure' });
  });
});

it("takes UCWA's own JSON media type", async () => {
  const type = 'application/vnd.microsoft.com.ucwa+json';
  const response = await alex.send('POST', alex.communication._links.startOnlineMeeting?.href, {
    headers: { Accept: type, 'Content-Type': type },
    body: JSON.stringify({ operationId: 'op-j' }),
  });
  expect(response.status).toBe(201);
  const invitation = await send('GET', response.headers.get('location') ?? '', type);
  expect(invitation.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  expect(await invitation.json()).toMatchObject({ operationId: 'op-j' });
});

it('answers 406 to a client that takes neither, and does nothing', async () => {
  const { startOnlineMeeting } = alex.communication._links;
  for (const [method, href] of [
    ['GET', alex.communication._links.self?.href],
    ['POST', startOnlineMeeting?.href],
  ] as const) {
    const response = await send(method, href, 'text/html');
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ code: 'NotAcceptable' });
  }
  expect(sandbox.control.applicationsOf('alex@parley.test')[0]?.conversations).toBe(0);
});

it('answers 415 to a body of another type', async () => {
  const response = await alex.send('POST', alex.communication._links.startOnlineMeeting?.href, {
    headers: { 'Content-Type': 'text/csv' },
    body: 'operationId,1',
  });
  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({ code: 'UnsupportedMediaType' });
});
