import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { type Event, UcwaClient } from '../sandbox/ucwa-client.ts';
import { type PythonClient, pythonClient } from './python-client.ts';

let sandbox: Sandbox;
let client: PythonClient | undefined;

beforeAll(async () => {
  client = await pythonClient();
}, 120_000);

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.stop());

it('a client of somebody else signs in, takes a conversation and answers', async ({ skip }) => {
  if (client === undefined) return skip('Python, pip or the package is not to be had');
  const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
  const args = [client.driver, sandbox.origin, 'alex@parley.test', 'parley'];
  const program = spawn(client.command, args, {
    env: client.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const answer = await Promise.race([answerOf(program, sam), failureOf(program)]);
    expect(answer._embedded?.message?._links.plainMessage?.href).toContain(',hi');
  } finally {
    program.kill('SIGKILL');
  }
});

const never = new Promise<never>(() => undefined);

type Program = ChildProcessByStdio<null, Readable, Readable>;

/** Writes to the other client once it is available; gives its answer, if there is one. */
async function answerOf(program: Program, sam: UcwaClient): Promise<Event> {
  for await (const line of createInterface({ input: program.stdout })) {
    if (!line.includes('"available"')) continue;
    await sam.post(sam.communication._links.startMessaging?.href, {
      to: 'sip:alex@parley.test',
      operationId: 'op-1',
      _links: { message: { href: 'data:text/plain,Hello' } },
    });
    const isAnswer = (event: Event) => event._embedded?.message?.direction === 'Incoming';
    return await sam.until('message', 'completed', isAnswer);
  }
  return await never;
}

/** Never resolves; rejects with what the program printed when it fails. */
async function failureOf(program: Program): Promise<never> {
  const errors = text(program.stderr);
  const [code] = await once(program, 'close');
  if (code !== 0 && code !== null) throw new Error(await errors);
  return await never;
}
