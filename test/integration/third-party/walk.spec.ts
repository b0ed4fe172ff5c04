import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { findPython, Programs } from './programs.ts';

const script = (name: string) => join(import.meta.dirname, name);

let python: string | undefined;
let programs: Programs;

beforeAll(async () => {
  python = await findPython();
});

beforeEach(async () => {
  programs = await Programs.prepare();
});

afterEach(() => programs.end());

it.for(['HTTPS', 'HTTP'] as const)(
  'two clients that know only the documentation do all there is to do over %s',
  { timeout: 30_000 },
  async (scheme, { skip }) => {
    if (python === undefined) return skip('Python is not to be had');
    const { discoveryUrl, caFile } = await programs.server(scheme, '--fault', 'resync');
    const who = ['sam@parley.test', 'parley', ...(caFile === undefined ? [] : [caFile])];
    const sam = programs.client([python, script('walk.py'), discoveryUrl, ...who], {
      ready: 'available',
      last: 'signed out',
    });
    await sam.ready;
    const both = ['alex@parley.test', 'parley', 'sam@parley.test'];
    const alex = programs.client(
      [process.execPath, script('walk.mjs'), discoveryUrl, ...both],
      { ready: 'available', last: 'signed out' },
      caFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: caFile },
    );
    const [alexs, sams] = await Promise.all([alex.steps, sam.steps]);

    expect(alexs.get('challenged')).toMatchObject({ grants: expect.arrayContaining(['password']) });
    expect(alexs.get('application')).toMatchObject({ name: 'Alex Rivera' });
    expect(alexs.get('available')).toMatchObject({
      links: expect.arrayContaining(['note', 'presence', 'location', 'reportMyActivity']),
    });
    expect(alexs.get('note')).toMatchObject({ message: 'Walking' });
    expect(alexs.get('presence')).toMatchObject({ set: 'Busy', reset: 'Online' });
    expect(alexs.get('contacts')).toMatchObject({
      names: ['Dana Whitfield', 'Kim Lindqvist', 'Robin Mehta', 'Sam Okafor'],
    });
    expect(alexs.get('search')).toMatchObject({ names: ['Sam Okafor'], more: false });
    expect(alexs.get('subscribed')).toMatchObject({ availability: 'Online', heardOf: 'myGroups' });
    expect(alexs.get('group')).toMatchObject({ name: 'Ramblers', members: ['Sam Okafor'] });
    expect(alexs.get('answered')).toMatchObject({
      text: expect.stringMatching(/^data:text\/plain[^,]*,Here(?:\+|%20)I/),
    });
    expect(alexs.get('signed out')).toMatchObject({ after: 404 });
    expect(alexs.get('signed out')?.resyncs).toBeGreaterThan(0);

    expect(sams.get('challenged')).toMatchObject({ status: 401, count: 2 });
    expect(sams.get('application')).toMatchObject({
      early: 409,
      subcode: 'MakeMeAvailableRequired',
    });
    expect(sams.get('available')).toMatchObject({
      again: 'AlreadyExists',
      note: 'Waiting',
      location: 'Under a tree',
      mobile: 'tel:+14255550177',
    });
    expect(sams.get('invited')).toMatchObject({
      by: 'Alex Rivera',
      subject: 'A walk',
      text: 'First message',
    });
    expect(sams.get('read')).toMatchObject({
      texts: ['First message\r\n', 'Are you there?\r\n'],
    });
    expect(sams.get('signed out')).toMatchObject({ late: 404 });
  },
);
