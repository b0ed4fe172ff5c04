import { type FSWatcher, watch } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import type { TraceMark as TraceMarkName } from '../../app/ports/trace.ts';
import { waitTimeoutMs, within } from '../desktop/wait.ts';

const markSchema = z.object({ name: z.string(), callId: z.string(), atMs: z.number() });

/** A moment of a call, as Parley's trace file tells it; milliseconds since 1970 with fraction. */
export type FollowedMark = z.infer<typeof markSchema>;

/** Reads along while a running Parley appends to its trace file (`--trace-file=PATH`). */
export class TraceFollower {
  /** Everything so far, in the order it was written. */
  readonly marks: FollowedMark[] = [];
  readonly #file: FileHandle;
  readonly #watcher: FSWatcher;
  readonly #looks = new Set<() => void>();
  #rest = '';
  #reading: Promise<void> = Promise.resolve();

  private constructor(path: string, file: FileHandle) {
    this.#file = file;
    this.#watcher = watch(path, () => {
      this.#reading = this.#reading.then(() => this.#readOn());
    });
  }

  /** Creates the file and follows it. */
  static async follow(path: string): Promise<TraceFollower> {
    return new TraceFollower(path, await open(path, 'w+'));
  }

  /** The first mark of this name that fits, among those read already and those to come. */
  waitFor(
    name: TraceMarkName | 'empty-started',
    fits: (mark: FollowedMark) => boolean = () => true,
    timeoutMs: number = waitTimeoutMs,
  ): Promise<FollowedMark> {
    let look = (): void => undefined;
    const found = new Promise<FollowedMark>((resolve) => {
      look = () => {
        const mark = this.marks.find((candidate) => candidate.name === name && fits(candidate));
        if (mark !== undefined) resolve(mark);
      };
    });
    this.#looks.add(look);
    look();
    const describe = (): string => `trace mark ${name}; seen: ${JSON.stringify(this.marks)}`;
    return within(timeoutMs, describe, found).finally(() => this.#looks.delete(look));
  }

  /** Forgets everything read so far. */
  forget(): void {
    this.marks.length = 0;
  }

  async close(): Promise<void> {
    this.#watcher.close();
    await this.#reading;
    await this.#file.close();
  }

  async #readOn(): Promise<void> {
    const buffer = Buffer.alloc(64 * 1024);
    for (;;) {
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      this.#rest += buffer.toString('utf8', 0, bytesRead);
    }
    const lines = this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.marks.push(markSchema.parse(JSON.parse(line)));
    for (const look of [...this.#looks]) look();
  }
}
