import { chmod, lstat, mkdir, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { z } from 'zod';
import { preferredAvailabilities } from '../../app/domain/presence.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { Subscriber } from '../desktop/subscriber.ts';
import { dialTextLimit, plainVerbs, type Verb, type VerbReply } from './verb.ts';
import type { VerbPlace } from './verb-place.ts';

/** Carries a verb out. Never rejects. */
export type VerbRunner = (verb: Verb) => Promise<VerbReply>;

/** In bytes; the longest text that can be dialed fits in, whatever its characters. */
const longestRequest = 16 * 1024;
/** A person types one verb at a time, and a program that waits longer than this does not mean it. */
const mostConnections = 16;
const requestLimitMs = 2_000;

const verbSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.enum(plainVerbs) }),
  z.strictObject({ name: z.literal('dial'), text: z.string().min(1).max(dialTextLimit) }),
  z.strictObject({
    name: z.literal('presence'),
    availability: z.enum(preferredAvailabilities),
  }),
]) satisfies z.ZodType<Verb>;

/**
 * Listens for verbs of the same user: one line of JSON each way, one verb for a connection. Whoever
 * sends anything else is cut off.
 */
export class VerbServer implements Subscriber {
  readonly #place: VerbPlace;
  readonly #run: VerbRunner;
  readonly #trace: Trace;
  readonly #logger: Logger;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #listening: Promise<void> = Promise.resolve();

  constructor(place: VerbPlace, run: VerbRunner, trace: Trace, logger: Logger) {
    this.#place = place;
    this.#run = run;
    this.#trace = trace;
    this.#logger = logger.scoped('verbs');
  }

  start(): void {
    if (this.#server !== null) return;
    const server = createServer((socket) => this.#serve(socket));
    server.maxConnections = mostConnections;
    this.#server = server;
    this.#listening = this.#listen(server).catch((error: unknown) => {
      this.#logger.warn('Verbs of the command line do not work', { error });
    });
  }

  stop(): void {
    this.#server?.close();
    this.#server = null;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Resolves when it listens, or cannot. */
  listening(): Promise<void> {
    return this.#listening;
  }

  /** The lock of the profile is held: a socket that is there was left behind. */
  async #listen(server: Server): Promise<void> {
    const { address, folder } = this.#place;
    if (folder !== null) {
      await makeOwnFolder(folder);
      await rm(address, { force: true });
    }
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.listen(address, resolve);
    });
    server.on('error', (error) => this.#logger.warn('A caller was lost', { error }));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    let request = Buffer.alloc(0);
    const timer = setTimeout(() => socket.destroy(), requestLimitMs);
    const take = (chunk: Buffer): void => {
      request = Buffer.concat([request, chunk]);
      const end = request.indexOf('\n');
      if (end < 0 && request.length <= longestRequest) return;
      socket.off('data', take);
      clearTimeout(timer);
      const verb = end < 0 || end > longestRequest ? null : readRequest(request.subarray(0, end));
      if (verb === null) this.#refuse(socket);
      else void this.#answer(socket, verb);
    };
    socket.on('data', take);
    // It went away without waiting: what it asked for is done all the same.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      this.#sockets.delete(socket);
    });
  }

  #refuse(socket: Socket): void {
    this.#logger.warn('Something that is no verb was refused');
    socket.destroy();
  }

  async #answer(socket: Socket, verb: Verb): Promise<void> {
    this.#trace.mark('verb-arrived', verb.name);
    this.#logger.info('Asked from the command line', { verb: verb.name });
    const reply = await this.#run(verb);
    socket.resume().end(`${JSON.stringify(reply)}\n`);
  }
}

function readRequest(line: Buffer): Verb | null {
  try {
    const parsed = verbSchema.safeParse(JSON.parse(line.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** @throws Error when the folder is not the user's own, as one under the temporary folder may be */
async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== userInfo().uid) {
    throw new Error('The folder of the socket belongs to somebody else');
  }
  await chmod(folder, 0o700);
}
