import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Verb, VerbReply } from '../../../main/verbs/verb.ts';
import { type VerbPlace, verbPlace } from '../../../main/verbs/verb-place.ts';
import { VerbServer } from '../../../main/verbs/verb-server.ts';
import { RecordingLogger } from '../../support/recording-logger.ts';

let profileDir: string;
let place: VerbPlace;
let logger: RecordingLogger;
let ran: Verb[];
let replyWith: (verb: Verb) => Promise<VerbReply>;
let server: VerbServer;

beforeEach(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'parley-verbs-'));
  place = verbPlace(profileDir, process.platform);
  logger = new RecordingLogger();
  ran = [];
  replyWith = async ({ name }) => ({ done: true, text: `${name} was done` });
  server = newServer();
  server.start();
  await server.listening();
});

afterEach(async () => {
  server.stop();
  await rm(profileDir, { recursive: true, force: true });
});

const newServer = (): VerbServer =>
  new VerbServer(
    place,
    (verb) => {
      ran.push(verb);
      return replyWith(verb);
    },
    { mark: () => undefined },
    logger,
  );

/** Everything the server sends until it, or the system, ends the connection. */
function exchange(send: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(place.address, () => send(socket));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      received += text;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });
}

const ask = (request: string | Buffer): Promise<string> =>
  exchange((socket) => socket.write(request));

const status = `${JSON.stringify({ name: 'status' })}\n`;

/** Whether an honest caller is still served. */
const expectServing = async (): Promise<void> => {
  expect(JSON.parse(await ask(status))).toEqual({ done: true, text: 'status was done' });
};

describe('VerbServer', () => {
  it('carries a verb out and says what became of it', async () => {
    replyWith = async () => ({ done: false, text: 'Nothing rings. — 何も' });
    const reply = await ask(`${JSON.stringify({ name: 'answer' })}\n`);
    expect(reply).toBe(`${JSON.stringify({ done: false, text: 'Nothing rings. — 何も' })}\n`);
    expect(ran).toEqual([{ name: 'answer' }]);
  });

  it('takes a verb that arrives in pieces', async () => {
    const request = Buffer.from(`${JSON.stringify({ name: 'dial', text: 'Zoë Müller' })}\n`);
    await exchange((socket) => {
      socket.setNoDelay(true);
      const byte = async (): Promise<void> => {
        for (const each of request) {
          socket.write(Buffer.from([each]));
          await nextTurn();
        }
      };
      void byte();
    });
    expect(ran).toEqual([{ name: 'dial', text: 'Zoë Müller' }]);
  });

  it('does one verb for a connection', async () => {
    await ask(status + status + status);
    expect(ran).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'answer\n'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a])],
    ['no object', '[1,2]\n'],
    ['an unknown verb', '{"name":"quit"}\n'],
    ['a name of the prototype', '{"name":"__proto__"}\n'],
    ['more than the verb has', '{"name":"answer","callId":"call-1"}\n'],
    ['a presence that nobody can choose', '{"name":"presence","availability":"Offline"}\n'],
    ['a text that is too long', `${JSON.stringify({ name: 'dial', text: 'x'.repeat(1025) })}\n`],
    ['nesting without end', `${'['.repeat(15_000)}\n`],
    ['a request of HTTP', 'POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}'],
  ])('refuses %s without a word, and serves on', async (_what, request) => {
    expect(await ask(request)).toBe('');
    expect(ran).toEqual([]);
    await expectServing();
  });

  it('cuts off whoever sends without end, and quotes nothing in the log', async () => {
    expect(await ask(Buffer.alloc(4 * 1024 * 1024, 'secret '))).toBe('');
    expect(ran).toEqual([]);
    expect(JSON.stringify(logger.entries)).not.toContain('secret');
    await expectServing();
  });

  it('goes on when a caller does not wait for the answer', async () => {
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      started = resolve;
    });
    replyWith = async () => {
      started();
      await held;
      return { done: true, text: 'late' };
    };
    const caller = connect(place.address, () => caller.write(status));
    await begun;
    await new Promise<void>((resolve) => {
      caller.once('close', () => resolve());
      caller.destroy();
    });
    finish();
    replyWith = async () => ({ done: true, text: 'status was done' });
    await expectServing();
  });

  it('keeps only so many silent callers, cuts them off, and serves again', async () => {
    const callers = Array.from({ length: 200 }, () => exchange(() => undefined));
    // Those beyond the limit are gone at once, the others when their time is over.
    expect(new Set(await Promise.all(callers))).toEqual(new Set(['']));
    await expectServing();
  });

  it('does not listen any more once it was stopped', async () => {
    server.stop();
    expect(await ask(status)).toBe('');
    expect(ran).toEqual([]);
  });

  // A pipe of Windows has no folder.
  if (process.platform === 'win32') return;
  describe('as a socket in the file system', () => {
    it('keeps other users out', async () => {
      const { mode } = await stat(place.folder ?? '');
      expect(mode & 0o777).toBe(0o700);
    });

    it('takes the place of a socket that was left behind', async () => {
      server.stop();
      await writeFile(place.address, '').catch(() => undefined);
      await chmod(place.folder ?? '', 0o755);
      server = newServer();
      server.start();
      await server.listening();
      await expectServing();
      expect((await stat(place.folder ?? '')).mode & 0o777).toBe(0o700);
    });

    it('does not listen in a folder that somebody else put in its place', async () => {
      server.stop();
      const elsewhere = join(profileDir, 'elsewhere');
      await mkdir(elsewhere);
      await rm(place.folder ?? '', { recursive: true });
      await symlink(elsewhere, place.folder ?? '');
      server = newServer();
      server.start();
      await server.listening();
      expect(await ask(status)).toBe('');
      expect(logger.entries.map(({ message }) => message)).toContain(
        'Verbs of the command line do not work',
      );
    });
  });
});
