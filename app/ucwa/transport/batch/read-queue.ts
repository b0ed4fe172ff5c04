import type { Clock } from '../../../ports/clock.ts';
import { type HttpResponse, TransportError } from '../../../ports/http-transport.ts';
import type { Random } from '../../../ports/random.ts';
import { isTransientStatus } from '../../error-advice.ts';
import { UcwaError } from '../../ucwa-error.ts';
import type { AuthenticatedHttp } from '../authenticated-http.ts';
import { backOffMs } from '../back-off.ts';
import { delay } from '../delay.ts';
import { fromTransportError } from '../errors.ts';
import { Exhausted } from '../repeater.ts';
import type { RequestPolicy } from '../request-policies.ts';
import { isTokenRefused, retryAfterMs } from '../response.ts';
import type { TransportLimits } from '../transport-limits.ts';
import { type BatchPart, batchMediaType, readBatch, writeBatch } from './batch-message.ts';
import type { BatchScope } from './batch-scope.ts';

export interface ReadQueueSetup {
  readonly http: Pick<AuthenticatedHttp, 'send' | 'usualHeaders'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: TransportLimits;
  readonly policy: RequestPolicy;
  /** The error in a response that is no success. */
  readonly toError: (response: HttpResponse, url: string) => UcwaError;
  /** What may be batched now; null when nothing may. */
  readonly scope: () => BatchScope | null;
  /** Ends every pause. */
  readonly signal: AbortSignal;
}

/** A read that waits, or is under way. */
interface Entry {
  readonly part: BatchPart;
  readonly signal: AbortSignal;
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: unknown) => void;
  /** How often it may still be sent. */
  attemptsLeft: number;
  refusals: number;
  isSettled: boolean;
}

/** A batch that the server refused as too many is split; after so many times its reads fail. */
const maxRefusals = 8;
/** So many batches in a row that nobody answers sensibly, and the server is not asked any more. */
const maxMisunderstandings = 2;

/**
 * Collects the reads of one turn of the loop and sends them as one `multipart/batching` request;
 * one that is alone goes out as it is. So many at a time, in order, the others when there is room.
 */
export class ReadQueue {
  readonly #setup: ReadQueueSetup;
  readonly #waiting: Entry[] = [];
  #outstanding = 0;
  /** So many may be under way: fewer than the limit after the server said that it was too much. */
  #window: number;
  #isDue = false;
  /** Batches that wait before they are sent again; nothing goes out meanwhile. */
  #pauses = 0;
  #misunderstandings = 0;
  /** The batch link that these were about: a new application is asked anew. */
  #misunderstood: string | null = null;

  constructor(setup: ReadQueueSetup) {
    this.#setup = setup;
    this.#window = setup.limits.maxOutstandingReads;
  }

  /** Whether a GET of this URL may be batched. */
  takes(url: string): boolean {
    const scope = this.#setup.scope();
    if (scope === null || !scope.includes(url)) return false;
    const isDeaf = this.#misunderstandings >= maxMisunderstandings;
    return !isDeaf || this.#misunderstood !== scope.batchHref;
  }

  /**
   * The response to a GET, of whatever status.
   * @param attemptsLeft how often it may be sent
   * @throws Exhausted when it was sent as often; UcwaError when there was no response
   */
  read(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    attemptsLeft: number,
  ): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const settle = (action: () => void) => {
        if (entry.isSettled) return;
        entry.isSettled = true;
        signal.removeEventListener('abort', onAbort);
        action();
      };
      const entry: Entry = {
        part: { url, headers },
        signal,
        resolve: (response) => settle(() => resolve(response)),
        reject: (error) => settle(() => reject(error)),
        ...{ attemptsLeft, refusals: 0, isSettled: false },
      };
      const onAbort = () => entry.reject(aborted(url));
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) return onAbort();
      this.#waiting.push(entry);
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#isDue || this.#pauses > 0) return;
    this.#isDue = true;
    this.#setup.clock.endOfTurn(() => {
      this.#isDue = false;
      this.#flush();
    });
  }

  #flush(): void {
    while (this.#pauses === 0) {
      const entries = this.#take(this.#window - this.#outstanding);
      if (entries.length === 0) return;
      this.#outstanding += entries.length;
      void this.#send(entries).finally(() => {
        this.#outstanding -= entries.length;
        this.#flush();
      });
    }
  }

  /** The next so many that somebody still waits for. */
  #take(count: number): readonly Entry[] {
    const taken: Entry[] = [];
    while (taken.length < count) {
      const entry = this.#waiting.shift();
      if (entry === undefined) break;
      if (!entry.isSettled) taken.push(entry);
    }
    return taken;
  }

  /** Settles every entry, or puts it back. Never rejects. */
  async #send(entries: readonly Entry[]): Promise<void> {
    const scope = this.#setup.scope();
    if (entries.length === 1 || scope === null) await this.#sendEach(entries);
    else await this.#sendBatch(entries, scope.batchHref);
  }

  async #sendEach(entries: readonly Entry[]): Promise<void> {
    const { http, policy } = this.#setup;
    await Promise.all(
      entries.map(async ({ part, signal, resolve, reject }) => {
        const { timeoutMs } = policy;
        await http.send({ method: 'GET', ...part, timeoutMs }, signal).then(resolve, reject);
      }),
    );
  }

  async #sendBatch(entries: readonly Entry[], batchHref: string): Promise<void> {
    const { http, policy, random } = this.#setup;
    const boundary = random.uuid();
    const common = http.usualHeaders(batchHref);
    const parts = entries.map(({ part }) => ({
      url: part.url,
      headers: { ...common, ...part.headers },
    }));
    const request = {
      ...({ method: 'POST', url: batchHref, timeoutMs: policy.timeoutMs } as const),
      body: writeBatch(parts, boundary),
      contentType: `${batchMediaType}; boundary="${boundary}"`,
      headers: { Accept: batchMediaType },
    };
    const abort = abortWhenAllAre(entries);
    try {
      const answer = await http.send(request, abort.signal);
      await this.#answered(entries, batchHref, answer);
    } catch (error) {
      await this.#failed(entries, batchHref, error);
    } finally {
      abort.release();
    }
  }

  async #answered(
    entries: readonly Entry[],
    batchHref: string,
    answer: HttpResponse,
  ): Promise<void> {
    const { status } = answer;
    if (status === 429) return this.#tooMany(entries, batchHref, answer);
    if (status !== 500 && isTransientStatus(status)) throw this.#setup.toError(answer, batchHref);
    const isSuccess = status >= 200 && status < 300;
    const responses = isSuccess ? readBatch(answer, entries.length) : null;
    if (responses === null) return this.#fallBack(entries, batchHref);
    this.#misunderstandings = 0;
    const wider = this.#window + Math.ceil(this.#window / 4);
    this.#window = Math.min(wider, this.#setup.limits.maxOutstandingReads);
    const refused: Entry[] = [];
    for (const [index, entry] of entries.entries()) {
      const response = responses[index];
      if (response === undefined || isTokenRefused(response)) refused.push(entry);
      else entry.resolve(response);
    }
    // Alone it can say what its ticket lacks.
    await this.#sendEach(refused.filter(isLive));
  }

  /** It does not do batches, or one of the parts spoils all: each for itself. */
  async #fallBack(entries: readonly Entry[], batchHref: string): Promise<void> {
    if (this.#misunderstood !== batchHref) this.#misunderstandings = 0;
    this.#misunderstood = batchHref;
    this.#misunderstandings += 1;
    await this.#sendEach(entries.filter(isLive));
  }

  /** Nothing of it was executed: the same again later, in halves. */
  async #tooMany(
    entries: readonly Entry[],
    batchHref: string,
    answer: HttpResponse,
  ): Promise<void> {
    this.#window = Math.max(1, Math.floor(entries.length / 2));
    const refusals = Math.max(...entries.map((entry) => entry.refusals)) + 1;
    const error = this.#setup.toError(answer, batchHref);
    for (const entry of entries) {
      entry.refusals += 1;
      if (entry.refusals >= maxRefusals) entry.reject(new Exhausted(error));
    }
    await this.#again(entries, refusals, retryAfterMs(answer) ?? 0, error);
  }

  /** No answer, or none from UCWA: as the policy for a single read has it, but together. */
  async #failed(entries: readonly Entry[], batchHref: string, error: unknown): Promise<void> {
    const known = error instanceof UcwaError ? error : null;
    if (known !== null && isTooLarge(known)) return this.#fallBack(entries, batchHref);
    const isTransient = known?.advice === 'retry';
    for (const entry of entries) {
      entry.attemptsLeft -= 1;
      const isOver = !isTransient || entry.attemptsLeft < 1;
      if (isOver) entry.reject(new Exhausted(error));
    }
    const live = entries.filter(isLive);
    const left = Math.max(0, ...live.map(({ attemptsLeft }) => attemptsLeft));
    const attempt = Math.max(1, this.#setup.policy.attempts - left);
    await this.#again(live, attempt, known?.retryAfterMs ?? 0, known ?? aborted(batchHref));
  }

  /** Puts them back, first in line, after a pause for everybody. */
  async #again(
    entries: readonly Entry[],
    attempt: number,
    askedMs: number,
    error: UcwaError,
  ): Promise<void> {
    const live = entries.filter(isLive);
    if (live.length === 0) return;
    const { clock, policy, random, signal } = this.#setup;
    if (askedMs > policy.maxPauseMs) {
      for (const { reject } of live) reject(new Exhausted(error));
      return;
    }
    this.#waiting.unshift(...live);
    this.#pauses += 1;
    const pauseMs = Math.max(askedMs, backOffMs(attempt, policy.backOff, random));
    await delay(clock, pauseMs, signal);
    this.#pauses -= 1;
  }
}

const isLive = ({ isSettled }: Entry): boolean => !isSettled;

/** Together they are more than may be read at once. */
const isTooLarge = ({ cause }: UcwaError): boolean =>
  cause instanceof TransportError && cause.kind === 'too-large';

/** Aborted as soon as nobody waits for any of them any more. */
function abortWhenAllAre(entries: readonly Entry[]) {
  const controller = new AbortController();
  const check = () => {
    if (entries.every(({ signal }) => signal.aborted)) controller.abort();
  };
  for (const { signal } of entries) signal.addEventListener('abort', check, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      for (const { signal } of entries) signal.removeEventListener('abort', check);
    },
  };
}

const aborted = (url: string): UcwaError =>
  fromTransportError(new TransportError('aborted', 'Aborted by the caller'), url);
