import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../../../build/lib/paths.ts';
import { type Sandbox, type SandboxUser, startSandbox } from '../../../main/sandbox/index.ts';
import { promptEvents, routesTo } from './support.ts';

const cli = join(projectRoot, 'main', 'doctor', 'cli', 'index.ts');

/** Whom one would find in a text by any of these. */
const quentin: SandboxUser = {
  uri: 'sip:quentin.ashworth@parley.test',
  userName: 'quentin.ashworth@parley.test',
  password: 'Zephyr-Quartz-91',
  name: 'Quentin Ashworth',
  workPhoneNumber: 'tel:+14255550142',
};

let folder: string;
let sandbox: Sandbox;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-doctor-'));
  sandbox = await startSandbox({
    ...{ tls: 'self-signed', hostName: 'lync.parley.test', users: [quentin] },
    eventChannel: promptEvents,
  });
  await writeFile(join(folder, 'ca.pem'), sandbox.certificateAuthorityPem ?? '');
});

afterEach(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Ending {
  readonly code: unknown;
  readonly printed: string;
  readonly complaints: string;
}

async function run(args: readonly string[], input = ''): Promise<Ending> {
  const program = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, INIT_CWD: folder },
  });
  program.stdin.end(input);
  const ended = once(program, 'exit');
  const [printed, complaints] = await Promise.all([text(program.stdout), text(program.stderr)]);
  const [code] = await ended;
  return { code, printed, complaints };
}

/** The switches that make the names of `parley.test` lead to the sandbox, trusted. */
function there(): readonly string[] {
  const routes = Object.entries(routesTo(sandbox));
  const resolve = routes.map(([name, { host, port }]) => `--resolve=${name}=${host}:${port}`);
  return ['quentin.ashworth@parley.test', '--ca', 'ca.pem', ...resolve];
}

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

it('passes where all is well, and writes reports that name nobody and hold no secret', async () => {
  const args = ['--password-stdin', '--report', 'report.txt', '--json', 'report.json'];
  const { code, printed, complaints } = await run([...there(), ...args], `${quentin.password}\n`);
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  expect(printed).toMatch(
    /^passed {3}Names in DNS {5}lyncdiscover\.parley\.test is 127\.0\.0\.1$/m,
  );
  expect(printed).toMatch(/^passed {3}Events {11}An event came back after \d+ ms$/m);
  expect(printed).toContain('Everything works.');

  const [report, json] = await Promise.all([read('report.txt'), read('report.json')]);
  expect(report).toContain('Address: <user-1>@parley.test');
  expect(report).toMatch(/^By: Parley \d.*, Node \d.*, \w+ \d/m);
  expect(report).toContain('lync.parley.test');
  expect(JSON.parse(json)).toMatchObject({
    verdict: 'passed',
    address: '<user-1>@parley.test',
    results: expect.arrayContaining([
      expect.objectContaining({ step: 'ticket', status: 'passed' }),
    ]),
  });
  const tickets = sandbox.control.ticketsOf(quentin.userName);
  expect(tickets).toHaveLength(1);
  const secrets = [quentin.password, 'quentin', 'Ashworth', '5550142', ...tickets];
  for (const secret of secrets) {
    expect(report.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(json.toLowerCase()).not.toContain(secret.toLowerCase());
  }
});

it('ends with 1 when something failed, and says what to do next', async () => {
  const { code, printed } = await run([...there(), '--password-stdin'], 'not the password');
  expect(code).toBe(1);
  expect(printed).toMatch(/^failed {3}Sign-in {10}Address and password do not match$/m);
  expect(printed).toMatch(/^What to do next:\n- Sign-in: Type your password again/m);
});

it('does what it can where nobody can be asked for a password', async () => {
  const { code, printed } = await run(there());
  expect(code).toBe(0);
  expect(printed).toMatch(/^skipped {2}Sign-in {10}No password was given/m);
  expect(sandbox.control.ticketsOf(quentin.userName)).toEqual([]);
});

it('ends with 2 for wrong usage, and shows it', async () => {
  const { code, complaints, printed } = await run(['alex@parley.test', '--ca', 'missing.pem']);
  expect(code).toBe(2);
  expect(complaints).toContain(`${join(folder, 'missing.pem')} cannot be read`);
  expect(complaints).toContain('Usage: npm run doctor');
  expect(printed).toBe('');
});
