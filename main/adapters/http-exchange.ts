import {
  type AuthInfo,
  type ClientRequest,
  type IncomingMessage,
  net,
  type Session,
} from 'electron';
import {
  type HttpRequest,
  type HttpResponse,
  type IntegratedLogin,
  TransportError,
} from '../../app/ports/http-transport.ts';
import { isWithin } from '../../app/ucwa/discovery/home-domain.ts';
import { decodeText } from '../../app/util/decode-text.ts';
import { transportErrorKind } from './network-error.ts';

type Headers = Record<string, readonly string[]>;

/** One request of Electron's `net` and what became of it. */
export class HttpExchange {
  /** Rejects with `TransportError`. */
  readonly response: Promise<HttpResponse>;
  readonly #request: ClientRequest;
  #loginTried = false;
  #resolve: (response: HttpResponse) => void = () => undefined;
  #reject: (error: TransportError) => void = () => undefined;

  /** Sends at once. @throws TransportError when the address or a header cannot be sent */
  constructor(request: HttpRequest, session: Session) {
    const { method, url, headers, body, integratedLogin } = request;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    try {
      // By default cookies are blocked and proxies may still ask who we are; `credentials: 'omit'`
      // would forbid the latter.
      this.#request = net.request({ method, url, session, redirect: 'manual' });
      for (const [name, value] of Object.entries(headers)) this.#request.setHeader(name, value);
    } catch (error) {
      throw fromNetError(error);
    }
    this.#request.on('redirect', (status, _method, location, responseHeaders) => {
      const named = { ...lowerCaseNames(responseHeaders), location: [location] };
      this.#resolve({ status, headers: named, body: '' });
      this.#request.abort();
    });
    this.#request.on('response', (response) => this.#read(response, request));
    this.#request.on('login', (challenge, answer) => {
      const account = accountFor(challenge, integratedLogin, url);
      if (account === null || this.#loginTried) return answer();
      this.#loginTried = true;
      answer(account.userName, account.password);
    });
    this.#request.on('error', (error) => this.#reject(fromNetError(error)));
    this.#request.end(body);
  }

  /** Ends it, whatever state it is in; harmless afterwards. */
  fail(error: TransportError): void {
    this.#reject(error);
    this.#request.abort();
  }

  #read(response: IncomingMessage, { maxBodyBytes, wantsBytes }: HttpRequest): void {
    const chunks: Buffer[] = [];
    let length = 0;
    response.on('data', (chunk) => {
      length += chunk.length;
      if (length <= maxBodyBytes) chunks.push(chunk);
      else this.fail(new TransportError('too-large', `The body is over ${maxBodyBytes} bytes`));
    });
    response.on('end', () => {
      const headers = headersOf(response);
      const bytes = Buffer.concat(chunks);
      const body = decodeText(bytes, headers['content-type']?.[0] ?? null);
      const read = { status: response.statusCode, headers, body };
      this.#resolve(wantsBytes === true ? { ...read, bytes } : read);
    });
    response.on('aborted', () => {
      this.#reject(new TransportError('disconnected', 'The connection ended before the body'));
    });
    response.on('error', (error: unknown) => this.#reject(fromNetError(error)));
  }
}

/** Whom to be for a server that asks by Negotiate or NTLM; null leaves its 401 as it is. */
function accountFor(
  challenge: AuthInfo,
  login: IntegratedLogin | undefined,
  url: string,
): IntegratedLogin['account'] {
  if (challenge.isProxy || login === undefined) return null;
  if (!/^(?:negotiate|ntlm)$/i.test(challenge.scheme)) return null;
  const { hostname } = new URL(url);
  const isOwn = login.domains.some((domain) => isWithin(hostname, domain));
  return isOwn ? login.account : null;
}

/** One entry per header line: `rawHeaders` has names and values by turns. */
function headersOf(response: IncomingMessage): Headers {
  const headers: Record<string, string[]> = {};
  const raw = response.rawHeaders;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    const values = headers[name] ?? [];
    values.push(raw[index + 1] ?? '');
    headers[name] = values;
  }
  return headers;
}

const lowerCaseNames = (headers: Readonly<Headers>): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function fromNetError(error: unknown): TransportError {
  const message = error instanceof Error ? error.message : String(error);
  return new TransportError(transportErrorKind(message), message, { cause: error });
}
