import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resources } from '../../../../../app/ucwa/catalogue/generated/resources.ts';
import { isResourceName } from '../../../../../app/ucwa/catalogue/operation.ts';
import { propertyTypes } from '../../../../../app/ucwa/catalogue/property-type.ts';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { known } from '../../../../../app/ucwa/follow/known-resource.ts';
import { readEmbedded, readResource } from '../../../../../app/ucwa/follow/read-resource.ts';
import {
  noUcwaReference,
  ucwaReference,
  ucwaReferencePath,
} from '../../../../support/ucwa-reference.ts';

const base = 'https://fe1.example.test/';
const codec = new JsonCodec();
const decode = (value: object) => codec.decodeResource(JSON.stringify(value), base);

describe('reading a resource by its name', () => {
  it('gives each property its documented type, also where it came as text', () => {
    const { values } = readResource(
      'conversation',
      decode({
        state: 'connected',
        created: '/Date(1474932024822)/',
        expirationTime: '2016-09-26T23:20:24Z',
        participantCount: '3',
        recording: 'False',
        activeModalities: 'Audio',
        subject: 'Lunch',
      }),
    );
    expect(values).toEqual({
      state: 'Connected',
      created: 1474932024822,
      expirationTime: Date.UTC(2016, 8, 26, 23, 20, 24),
      participantCount: 3,
      recording: false,
      activeModalities: ['Audio'],
      subject: 'Lunch',
      audienceMessaging: null,
      audienceMute: null,
      importance: null,
      readLocally: null,
      threadId: null,
    });
  });

  it('keeps members of enumerations and properties that came later', () => {
    const resource = decode({ state: 'Levitating', role: ['x'], colour: 'green' });
    const { values, others } = readResource('audioVideo', resource);
    expect(values.state).toBe('Levitating');
    expect(others).toMatchObject({ colour: 'green', role: ['x'] });
    expect(others).not.toHaveProperty('state');
  });

  it('gives the address of an external resource, which is a link or a property', () => {
    const offer = { href: 'data:application/sdp;base64,dj0w' };
    const resource = decode({ _links: { mediaOffer: offer }, customContent: 'data:,hello' });
    const { values } = readResource('audioVideoInvitation', resource);
    expect(values.mediaOffer).toBe('data:application/sdp;base64,dj0w');
    expect(values.customContent).toBe('data:,hello');
  });

  it('reads what it embeds', () => {
    const me = known('audioVideoInvitation', decode({ _embedded: { from: { name: 'Sam' } } }));
    expect(readEmbedded(me, 'from').map(({ values }) => values.name)).toEqual(['Sam']);
    expect(readEmbedded(me, 'acceptedByParticipant')).toEqual([]);
  });

  it('is possible for each of them, when nothing is there', () => {
    for (const name of Object.keys(resources).filter(isResourceName)) {
      const values: readonly unknown[] = Object.values(readResource(name, decode({})).values);
      expect(values).toHaveLength([...propertyTypes(name)].length);
      for (const value of values) expect([null, []]).toContainEqual(value);
    }
  });

  it('loses no documented value of the published samples', ({ skip }) => {
    skip(ucwaReference === null, noUcwaReference);
    const folders = readdirSync(ucwaReferencePath('samples')).filter(isResourceName);
    let count = 0;
    for (const name of folders) {
      const files = readdirSync(ucwaReferencePath('samples', name));
      for (const file of files.filter((each) => each === 'get.response.json')) {
        const text = readFileSync(ucwaReferencePath('samples', name, file), 'utf8');
        const resource = codec.decodeResource(text, base);
        for (const [property, value] of Object.entries(readResource(name, resource).values)) {
          const isThere = property in resource.properties || property in resource.links;
          if (isThere) expect(value, `${name}.${property}`).not.toEqual(null);
          if (isThere) count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(250);
  });
});
