import type { Clock } from '../../ports/clock.ts';
import type { HttpResponse } from '../../ports/http-transport.ts';
import type { Random } from '../../ports/random.ts';
import type { Codecs } from '../codec/codecs.ts';
import { absoluteHref, withQuery } from '../hypermedia/href.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import type {
  PostResult,
  PropertyChanges,
  RequestBody,
  RequestOptions,
  UcwaClient,
} from '../ucwa-application.ts';
import { UcwaError } from '../ucwa-error.ts';
import type { AuthenticatedHttp, UcwaRequest } from './authenticated-http.ts';
import { type BackOffTimes, backOffMs } from './back-off.ts';
import { delay } from './delay.ts';
import { entityTag } from './entity-tag.ts';
import { fromErrorResponse } from './errors.ts';
import { LinkedAbort } from './linked-abort.ts';
import { resourceIn } from './resource-in.ts';
import { header } from './response.ts';
import { hostOf } from './trusted-url.ts';

export interface HttpUcwaClientSetup {
  readonly http: AuthenticatedHttp;
  readonly codecs: Codecs;
  readonly clock: Clock;
  readonly random: Random;
  /** Told of every failure before the caller is. */
  readonly onError?: (error: UcwaError, href: string) => void;
  /** Ends every request and every wait between attempts. */
  readonly signal: AbortSignal;
  readonly retryTimes?: BackOffTimes;
}

const timeoutMs = 30_000;
const maxAttempts = 3;
const maxUpdates = 2;
const defaultRetryTimes: BackOffTimes = { firstMs: 200, baseMs: 1000, maxMs: 4000 };

/** `UcwaClient` over HTTP. Only GET is repeated: a POST may have been executed unseen. */
export class HttpUcwaClient implements UcwaClient {
  readonly #setup: HttpUcwaClientSetup;

  constructor(setup: HttpUcwaClientSetup) {
    this.#setup = setup;
  }

  async get(href: string, options: RequestOptions = {}): Promise<Resource> {
    const url = withQuery(href, options.query ?? {});
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await this.#send({ method: 'GET', url, timeoutMs }, options.signal);
        return this.#decode(response, url);
      } catch (error) {
        const again = error instanceof UcwaError && error.advice === 'retry';
        if (!again || attempt >= maxAttempts) throw error;
        if (!(await this.#pause(attempt, options.signal))) throw error;
      }
    }
  }

  async post(
    href: string,
    body: RequestBody | null,
    options: RequestOptions = {},
  ): Promise<PostResult> {
    const url = withQuery(href, options.query ?? {});
    const encoded = body === null ? null : this.#setup.codecs.encode(body);
    const content =
      encoded === null ? {} : { body: encoded.text, contentType: encoded.contentType };
    const response = await this.#send(
      { method: 'POST', url, timeoutMs, ...content },
      options.signal,
    );
    const location = header(response, 'location');
    return {
      status: response.status,
      location: location === null ? null : absoluteHref(location, url),
      resource: response.body.trim() === '' ? null : this.#decodeCreated(response, url),
    };
  }

  async update(
    href: string,
    change: (resource: Resource) => PropertyChanges,
    options: RequestOptions = {},
  ): Promise<Resource | null> {
    for (let attempt = 1; ; attempt += 1) {
      const resource = await this.get(href, options);
      try {
        return await this.#put(href, resource, change(resource), options);
      } catch (error) {
        const isStale = error instanceof UcwaError && error.status === 412;
        if (!isStale || attempt >= maxUpdates) throw error;
      }
    }
  }

  async delete(href: string, options: RequestOptions = {}): Promise<void> {
    const url = withQuery(href, options.query ?? {});
    await this.#send({ method: 'DELETE', url, timeoutMs }, options.signal);
  }

  async #put(
    href: string,
    read: Resource,
    changes: PropertyChanges,
    options: RequestOptions,
  ): Promise<Resource | null> {
    const url = withQuery(href, options.query ?? {});
    const properties = { ...read.properties, ...changes };
    const body = { type: 'resource', properties } as const;
    const { text, contentType } = this.#setup.codecs.encode(body, 'PUT');
    const headers = { 'If-Match': entityTag(read.etag) ?? '*' };
    const response = await this.#send(
      { method: 'PUT', url, timeoutMs, body: text, contentType, headers },
      options.signal,
    );
    return response.body.trim() === '' ? null : this.#decodeCreated(response, url);
  }

  /** @throws UcwaError for everything that is no success */
  async #send(request: UcwaRequest, signal: AbortSignal | undefined): Promise<HttpResponse> {
    const { http, codecs, onError } = this.#setup;
    const abort = new LinkedAbort(signal, this.#setup.signal);
    try {
      const response = await http.send(request, abort.signal);
      if (response.status >= 200 && response.status < 300) return response;
      throw fromErrorResponse(response, codecs, request.url);
    } catch (error) {
      const known = toUcwaError(error, request.url);
      onError?.(known, request.url);
      throw known;
    } finally {
      abort.release();
    }
  }

  #decode(response: HttpResponse, url: string): Resource {
    const resource = resourceIn(response, this.#setup.codecs, url);
    const etag = header(response, 'etag');
    return etag === null ? resource : { ...resource, etag };
  }

  /** The request was executed: a body that cannot be read must not look like a failure. */
  #decodeCreated(response: HttpResponse, url: string): Resource | null {
    try {
      return this.#decode(response, url);
    } catch {
      return null;
    }
  }

  /** Waits before the next attempt. @returns false when nobody wants one any more */
  async #pause(attempt: number, signal: AbortSignal | undefined): Promise<boolean> {
    const { clock, random, retryTimes = defaultRetryTimes } = this.#setup;
    const abort = new LinkedAbort(signal, this.#setup.signal);
    await delay(clock, backOffMs(attempt, retryTimes, random), abort.signal);
    abort.release();
    return !abort.signal.aborted;
  }
}

function toUcwaError(error: unknown, url: string): UcwaError {
  if (error instanceof UcwaError) return error;
  const refused = error instanceof SignInProblemError;
  return new UcwaError('transport', refused ? 'Credentials refused' : 'Request failed', {
    advice: refused ? 're-authenticate' : 'give-up',
    host: hostOf(url),
    cause: error,
  });
}
