import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
beforeEach(async () => {
  sandbox = await startSandbox();
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
});
afterEach(() => sandbox.stop());

const photoOf = (name: string, query = '') => {
  const people = alex.application._embedded.people?._links.self?.href ?? '';
  return alex.send('GET', `${people}/${name}@parley.test/contactPhoto${query}`);
};
const bytesOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer());

it('gives each person a PNG of their own, in the size that was asked for', async () => {
  const reply = await photoOf('sam', '?size=HR96X96');
  expect(reply.headers.get('content-type')).toBe('image/png');
  const sam = await bytesOf(reply);
  expect(sam.subarray(1, 4).toString()).toBe('PNG');
  expect([sam.readUInt32BE(16), sam.readUInt32BE(20)]).toEqual([96, 96]);
  const usual = await bytesOf(await photoOf('sam'));
  expect(usual.readUInt32BE(16)).toBe(48);
  expect((await bytesOf(await photoOf('kim'))).equals(usual)).toBe(false);
});

it('has none of those who have none, and no odd sizes', async () => {
  expect((await photoOf('dana')).status).toBe(404);
  expect((await photoOf('sam', '?size=HR10X10')).status).toBe(400);
  expect((await photoOf('sam', '?size=HR48X64')).status).toBe(400);
});

it('gives the photo that `me` links to, and 304 to a client that has it', async () => {
  const href = alex.application._embedded.me?._links.photo?.href;
  const reply = await alex.send('GET', href);
  expect(reply.status).toBe(200);
  const headers = { 'If-None-Match': reply.headers.get('etag') ?? '' };
  expect((await alex.send('GET', href, { headers })).status).toBe(304);
});
