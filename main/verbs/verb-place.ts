import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the running Parley of a profile listens for verbs. */
export interface VerbPlace {
  /** Path of the socket, or name of the pipe. */
  readonly address: string;
  /** The folder that keeps others out; null for a pipe, which Windows itself keeps to its user. */
  readonly folder: string | null;
}

/** Longer paths do not fit into the address of a Unix socket (104 bytes on macOS, 108 on Linux). */
const longestAddress = 100;

/** @param profileDir folder of the profile, the same path for both sides */
export function verbPlace(profileDir: string, platform: NodeJS.Platform): VerbPlace {
  const id = createHash('sha256').update(profileDir).digest('hex').slice(0, 32);
  if (platform === 'win32') return { address: `\\\\.\\pipe\\parley-${id}`, folder: null };
  const own = join(profileDir, 'verbs');
  const address = join(own, 'socket');
  if (Buffer.byteLength(address) <= longestAddress) return { address, folder: own };
  const folder = join(tmpdir(), `parley-${id}`);
  return { address: join(folder, 'socket'), folder };
}
