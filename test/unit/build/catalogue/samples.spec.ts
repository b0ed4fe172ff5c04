import { describe, expect, it } from 'vitest';
import { observeJson } from '../../../../build/catalogue/json-samples.ts';
import { ObservationLog } from '../../../../build/catalogue/observations.ts';
import { observeXml } from '../../../../build/catalogue/xml-samples.ts';

/** `property: type[]` of everything that was seen. */
function seen(log: ObservationLog): Readonly<Record<string, string>> {
  const rows = [...log.seen].flatMap(([resource, properties]) =>
    [...properties].map(([property, observations]): [string, string] => {
      const types = observations.map(({ type, list }) => (list ? `${type}[]` : type));
      return [`${resource}.${property}`, [...new Set(types)].join()];
    }),
  );
  return Object.fromEntries(rows);
}

describe('what samples show', () => {
  it('in JSON, of the resource and of what it embeds', () => {
    const log = new ObservationLog();
    const invitation = {
      rel: 'audioVideoInvitation',
      subject: 'Lunch',
      privateLine: false,
      count: 3,
      modalities: ['Audio'],
      created: '/Date(1474932024822)/',
      _links: { self: { href: '/i/1' }, mediaOffer: { href: 'data:application/sdp,v' } },
      _embedded: { from: { rel: 'participant', local: true } },
    };
    observeJson(invitation, 'invitation2', log);
    expect(seen(log)).toEqual({
      'invitation2.subject': 'string',
      'invitation2.privateLine': 'boolean',
      'invitation2.count': 'number',
      'invitation2.modalities': 'string[]',
      'invitation2.created': 'date',
      'invitation2.mediaOffer': 'external',
      'from.local': 'boolean',
    });
  });

  it('in JSON, of a resource within an event and not of the event itself', () => {
    const log = new ObservationLog();
    const link = { rel: 'message', href: '/m/1' };
    const event = {
      link,
      type: 'added',
      _embedded: { message: { rel: 'message', status: 'Failed' } },
    };
    observeJson({ sender: [{ rel: 'conversation', href: '/c', events: [event] }] }, null, log);
    expect(seen(log)).toEqual({ 'message.status': 'string' });
  });

  it('in XML, where a number may be a text', () => {
    const log = new ObservationLog();
    const text = `<?xml version="1.0"?>
      <resource rel="session" href="/s" xmlns="x">
        <link rel="conversation" href="/c/1" />
        <link rel="mediaAnswer" href="data:application/sdp;base64,dj0w" />
        <property name="rel">session</property>
        <property name="muted">False</property>
        <property name="port">15</property>
        <property name="until">2016-09-26T16:20:27.2948002-07:00</property>
        <propertyList name="languages"><item>en-US</item><item>fr-FR</item></propertyList>
        <resource rel="mediaRelay" href="/r"><property name="host">relay</property></resource>
        <property name="last">text</property>
      </resource>`;
    observeXml(text, 'audioVideoSession', log);
    expect(seen(log)).toEqual({
      'audioVideoSession.mediaAnswer': 'external',
      'audioVideoSession.muted': 'boolean',
      'audioVideoSession.port': 'digits',
      'audioVideoSession.until': 'date',
      'audioVideoSession.languages': 'string[]',
      'audioVideoSession.last': 'string',
      'mediaRelay.host': 'string',
    });
  });
});
