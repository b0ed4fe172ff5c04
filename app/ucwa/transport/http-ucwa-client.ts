import type { Clock } from '../../ports/clock.ts';
import type { HttpResponse } from '../../ports/http-transport.ts';
import type { Random } from '../../ports/random.ts';
import type { Codecs } from '../codec/codecs.ts';
import { absoluteHref, withQuery } from '../hypermedia/href.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type {
  Photo,
  PhotoSize,
  PostResult,
  PropertyChanges,
  RequestBody,
  RequestOptions,
  UcwaClient,
} from '../ucwa-application.ts';
import { UcwaError } from '../ucwa-error.ts';
import type { AuthenticatedHttp, UcwaRequest } from './authenticated-http.ts';
import type { BatchScope } from './batch/batch-scope.ts';
import { ReadQueue } from './batch/read-queue.ts';
import { entityTag } from './entity-tag.ts';
import { fromErrorResponse } from './errors.ts';
import { photoIn, photoMediaTypes } from './photo.ts';
import { Repeater } from './repeater.ts';
import { type RequestKind, requestPolicies } from './request-policies.ts';
import { ResourceCache } from './resource-cache.ts';
import { resourceIn } from './resource-in.ts';
import { header } from './response.ts';

export interface HttpUcwaClientSetup {
  readonly http: AuthenticatedHttp;
  readonly codecs: Codecs;
  readonly clock: Clock;
  readonly random: Random;
  /** What may be batched now; null when nothing may. */
  readonly batchScope: () => BatchScope | null;
  /** Told of every failure before the caller is. */
  readonly onError?: (error: UcwaError, href: string) => void;
  /** Ends every request and every wait between attempts. */
  readonly signal: AbortSignal;
}

const maxUpdates = 2;

/** `UcwaClient` over HTTP, by the policies of `request-policies.ts`. */
export class HttpUcwaClient implements UcwaClient {
  readonly #setup: HttpUcwaClientSetup;
  readonly #repeater: Repeater;
  readonly #queue: ReadQueue;
  readonly #cache: ResourceCache;

  constructor(setup: HttpUcwaClientSetup) {
    const { http, clock, random, signal, batchScope } = setup;
    const { circuit, limits } = http;
    this.#setup = setup;
    this.#cache = new ResourceCache(limits);
    this.#repeater = new Repeater({ ...setup, circuit });
    this.#queue = new ReadQueue({
      ...{ http, clock, random, signal, limits },
      policy: requestPolicies.read,
      scope: batchScope,
      toError: (response, url) => fromErrorResponse(response, setup.codecs, url),
    });
  }

  /** Forgets what was read: the server's application is another one than before. */
  forget(): void {
    this.#cache.clear();
  }

  get(href: string, options: RequestOptions = {}): Promise<Resource> {
    const url = withQuery(href, options.query ?? {});
    const { kind = 'read', signal } = options;
    const policy = requestPolicies[kind];
    return this.#repeater.run(url, policy, signal, async (abort, number) => {
      const cached = this.#cache.get(url);
      const headers = cached === null ? {} : { 'If-None-Match': cached.etag };
      const response =
        kind === 'read' && this.#queue.takes(url)
          ? await this.#queue.read(url, headers, abort, policy.attempts - number + 1)
          : await this.#request(kind, { method: 'GET', url, headers }, abort);
      if (response.status === 304 && cached !== null) return cached.resource;
      return this.#read(this.#success(response, url), url);
    });
  }

  getPhoto(href: string, size: PhotoSize, options: RequestOptions = {}): Promise<Photo | null> {
    const url = withQuery(href, { size: `HR${size}X${size}`, ...options.query });
    const { kind = 'photo', signal } = options;
    return this.#repeater.run(url, requestPolicies[kind], signal, async (abort) => {
      const headers = { Accept: photoMediaTypes };
      const maxBodyBytes = this.#setup.http.limits.maxPhotoBytes;
      const request = { method: 'GET', url, headers, maxBodyBytes, wantsBytes: true } as const;
      const response = await this.#request(kind, request, abort);
      if (response.status < 300) return photoIn(this.#success(response, url), url);
      const error = fromErrorResponse(response, this.#setup.codecs, url);
      if (response.status === 404 && error.advice === 'give-up') return null;
      throw error;
    });
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
    const response = await this.#send('start', { method: 'POST', url, ...content }, options);
    const location = header(response, 'location');
    return {
      status: response.status,
      location: location === null ? null : absoluteHref(location, url),
      resource: this.#created(response, url),
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
    await this.#send('write', { method: 'DELETE', url }, options);
  }

  async #put(
    href: string,
    read: Resource,
    changes: PropertyChanges,
    options: RequestOptions,
  ): Promise<Resource | null> {
    const url = withQuery(href, options.query ?? {});
    const properties = { ...read.properties, ...changes };
    const encoded = this.#setup.codecs.encode({ type: 'resource', properties }, 'PUT');
    const { text: body, contentType } = encoded;
    const headers = { 'If-Match': entityTag(read.etag) ?? '*' };
    const request = { method: 'PUT', url, body, contentType, headers } as const;
    return this.#created(await this.#send('write', request, options), url);
  }

  /** As the policy has it. @throws UcwaError for everything that is no success */
  #send(
    usualKind: RequestKind,
    request: Omit<UcwaRequest, 'timeoutMs'>,
    { kind = usualKind, signal }: RequestOptions,
  ): Promise<HttpResponse> {
    const { url, method } = request;
    return this.#repeater.run(url, requestPolicies[kind], signal, async (abort, number) => {
      const response = await this.#request(kind, request, abort);
      // What was deleted without our hearing of it is gone.
      const isGone = response.status === 404 || response.status === 410;
      if (method === 'DELETE' && number > 1 && isGone) return response;
      return this.#success(response, url);
    });
  }

  #request(
    kind: RequestKind,
    request: Omit<UcwaRequest, 'timeoutMs'>,
    signal: AbortSignal,
  ): Promise<HttpResponse> {
    const { timeoutMs } = requestPolicies[kind];
    return this.#setup.http.send({ ...request, timeoutMs }, signal);
  }

  #success(response: HttpResponse, url: string): HttpResponse {
    if (response.status >= 200 && response.status < 300) return response;
    throw fromErrorResponse(response, this.#setup.codecs, url);
  }

  /** The resource of a GET, kept for the next time if it has an ETag. */
  #read(response: HttpResponse, url: string): Resource {
    const resource = this.#decode(response, url);
    const etag = entityTag(header(response, 'etag'));
    if (etag !== null) this.#cache.set(url, { etag, resource }, response.body.length);
    return resource;
  }

  #decode(response: HttpResponse, url: string): Resource {
    const resource = resourceIn(response, this.#setup.codecs, url);
    const etag = header(response, 'etag');
    return etag === null ? resource : { ...resource, etag };
  }

  /** What was executed must not look like a failure because its body cannot be read. */
  #created(response: HttpResponse, url: string): Resource | null {
    if (response.body.trim() === '') return null;
    try {
      return this.#decode(response, url);
    } catch {
      return null;
    }
  }
}
