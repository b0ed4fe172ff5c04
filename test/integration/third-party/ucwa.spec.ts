import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Programs } from './programs.ts';
import { type PythonClient, pythonClient } from './python-client.ts';

const walk = join(import.meta.dirname, 'walk.mjs');

let programs: Programs;
let client: PythonClient | undefined;

beforeAll(async () => {
  client = await pythonClient();
}, 120_000);

beforeEach(async () => {
  programs = await Programs.prepare();
});

afterEach(() => programs.end());

it.for(['HTTPS', 'HTTP'] as const)(
  'a client of somebody else signs in over %s, takes a conversation and answers',
  { timeout: 30_000 },
  async (scheme, { skip }) => {
    if (client === undefined) return skip('Python, pip or the package is not to be had');
    const { discoveryUrl, caFile } = await programs.server(scheme);
    const { origin } = new URL(discoveryUrl);
    const alex = programs.client(
      [client.command, client.driver, origin, 'alex@parley.test', 'parley'],
      { ready: 'available', last: 'processed' },
      { ...client.env, ...(caFile === undefined ? {} : { REQUESTS_CA_BUNDLE: caFile }) },
    );
    await alex.ready;
    const sam = programs.client(
      [process.execPath, walk, discoveryUrl, 'sam@parley.test', 'parley', 'alex@parley.test'],
      { ready: 'available', last: 'signed out' },
      caFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: caFile },
    );
    const [sams, alexs] = await Promise.all([sam.steps, alex.steps]);
    expect(sams.get('answered')?.text).toContain(',hi');
    expect(alexs.get('registered')).toMatchObject({ name: 'Alex Rivera' });
  },
);
