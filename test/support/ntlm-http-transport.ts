import { createType1Message, createType3Message, parseType2Message } from 'httpntlm/ntlm.js';
import type { HttpRequest, HttpResponse, HttpTransport } from '../../app/ports/http-transport.ts';
import { isWithin } from '../../app/ucwa/discovery/home-domain.ts';
import { NodeHttpTransport } from '../../main/adapters/node-http-transport.ts';

/** A transport that answers NTLM with typed accounts, by the messages of another NTLM implementation. */
export class NtlmHttpTransport implements HttpTransport {
  readonly #plain = new NodeHttpTransport();

  close(): void {
    this.#plain.close();
  }

  async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    const { integratedLogin } = request;
    const { hostname } = new URL(request.url);
    const isOwn = integratedLogin?.domains.some((domain) => isWithin(hostname, domain)) ?? false;
    const account = isOwn ? (integratedLogin?.account ?? null) : null;
    if (account === null) return this.#plain.send(request, signal);
    // One connection: the handshake belongs to it.
    const connection = new NodeHttpTransport({ maxSockets: 1 });
    try {
      const asked = await connection.send(request, signal);
      if (asked.status !== 401) return asked;
      const options = ntlmAccount(account);
      const begin = withHeader(request, createType1Message(options));
      const challenged = await connection.send(begin, signal);
      const header = challenged.headers['www-authenticate']?.find((line) => /^NTLM \S/.test(line));
      const challenge = parseType2Message(header ?? '', () => undefined);
      if (challenge === null) return challenged;
      const answer = createType3Message(challenge, options);
      return await connection.send(withHeader(request, answer), signal);
    } finally {
      connection.close();
    }
  }
}

const withHeader = (request: HttpRequest, authorization: string): HttpRequest => ({
  ...request,
  headers: { ...request.headers, Authorization: authorization },
});

function ntlmAccount({ userName, password }: { userName: string; password: string }) {
  const [domain, username] = userName.includes('\\') ? userName.split('\\') : ['', userName];
  return { domain: domain ?? '', username: username ?? '', password };
}
