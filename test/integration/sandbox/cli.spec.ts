import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../../../build/lib/paths.ts';

const cli = join(projectRoot, 'main', 'sandbox', 'cli.ts');

let folder: string;
let program: ChildProcessByStdio<null, Readable, Readable>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-'));
});

afterEach(async () => {
  program.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]): void {
  program = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Reads what the program prints until it is ready. */
async function introduction(): Promise<string> {
  let printed = '';
  for await (const chunk of program.stdout) {
    printed += String(chunk);
    if (printed.includes('Ctrl-C')) return printed;
  }
  throw new Error(`The program ended early: ${printed}`);
}

async function failure(): Promise<{ code: unknown; message: string }> {
  const [message, [code]] = await Promise.all([text(program.stderr), once(program, 'exit')]);
  return { code, message };
}

it('prints a discovery URL that answers those who trust its authority, and ends on Ctrl-C', async () => {
  start('--port', '0', '--ca-out', 'ca.pem');
  const printed = await introduction();
  expect(printed).toContain('alex@parley.test  password parley');
  const url = /^Discovery URL: (\S+)$/m.exec(printed)?.[1] ?? '';
  const ca = await readFile(join(folder, 'ca.pem'));
  const [response] = await once(get(url, { ca, agent: false }), 'response');
  expect(JSON.parse(await text(response))).toHaveProperty('_links.user.href');

  const ended = once(program, 'exit');
  program.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

it('says in plain words that its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  start('--port', String(port));
  const { code, message } = await failure();
  other.close();
  expect(code).toBe(1);
  expect(message).toBe(
    `Port ${port} is taken by another program. Name another with --port; 0 takes a free one.\n`,
  );
});

it('ends when it cannot write the authority', async () => {
  start('--port', '0', '--ca-out', 'missing/ca.pem');
  const { code, message } = await failure();
  expect(code).toBe(1);
  expect(message).toContain(`${join(folder, 'missing', 'ca.pem')} cannot be written`);
});

it('errs in the ways it was asked for', async () => {
  start('--port', '0', '--http', '--fault', 'bom', '--fault', 'clock-offset');
  const printed = await introduction();
  expect(printed).toContain('Faults: bom, clock-offset');
  const url = /^Discovery URL: (\S+)$/m.exec(printed)?.[1] ?? '';
  const reply = await fetch(url);
  expect(Date.parse(reply.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(3_000_000);
  expect(Buffer.from(await reply.arrayBuffer())[0]).toBe(0xef);
});

it('lists the ways in which it can err', async () => {
  start('--fault', 'list');
  const printed = await text(program.stdout);
  expect(printed).toMatch(/^html-proxy +every third request/m);
});

it('shows the usage with what it does not understand', async () => {
  start('--bogus');
  const { code, message } = await failure();
  expect(code).toBe(1);
  expect(message).toContain("Unknown option '--bogus'");
  expect(message).toContain('Usage: npm run sandbox');
});
