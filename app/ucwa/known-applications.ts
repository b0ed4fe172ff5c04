import { TransportError } from '../ports/http-transport.ts';
import type { Logger } from '../ports/logger.ts';
import { SignInProblemError } from './sign-in-problem.ts';
import { hostOf, secureUrl } from './transport/trusted-url.ts';
import { UcwaError } from './ucwa-error.ts';

/** Statuses that say: not here any more. */
const goneStatuses: ReadonlySet<number | null> = new Set([403, 404, 405, 502]);

/**
 * The `applications` URL of an earlier run. It spares discovery; when it does not work any more (403,
 * 502, no UCWA there, no connection twice) discovery is run as if it were not known.
 */
export class KnownApplications {
  readonly url: string | null;
  readonly #logger: Logger;

  constructor(url: string | null, logger: Logger) {
    this.url = url === null || secureUrl(url) === null ? null : url;
    this.#logger = logger;
  }

  /**
   * @returns null when it is to be forgotten
   * @throws what `enter` throws for other reasons
   */
  async use<T>(enter: (url: string) => Promise<T>, signal: AbortSignal): Promise<T | null> {
    if (this.url === null) return null;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await enter(this.url);
      } catch (error) {
        if (signal.aborted) throw error;
        const verdict = judge(error);
        if (verdict === 'throw') throw error;
        if (verdict === 'again' && attempt === 1) continue;
        this.#logger.info('The known server is forgotten', { host: hostOf(this.url), error });
        return null;
      }
    }
  }
}

function judge(error: unknown): 'throw' | 'again' | 'forget' {
  if (error instanceof SignInProblemError) {
    const { problem } = error;
    return problem === 'forbidden' || problem === 'not-a-ucwa-server' ? 'forget' : 'throw';
  }
  if (!(error instanceof UcwaError)) return 'throw';
  if (!(error.cause instanceof TransportError)) {
    return goneStatuses.has(error.status) ? 'forget' : 'throw';
  }
  const { kind } = error.cause;
  if (kind === 'offline' || kind === 'aborted') return 'throw';
  // A time limit was waited for once: that is long enough.
  return kind === 'timeout' || kind.startsWith('certificate-') ? 'forget' : 'again';
}
