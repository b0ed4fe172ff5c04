import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { md4 } from 'hash-wasm';
import {
  type AuthenticateMessage,
  challengeMessage,
  messageType,
  readAuthenticateMessage,
  utf16,
} from './messages.ts';

/** Where a handshake stands after what the client sent. */
export type NtlmStep =
  /** The client has to go on with this, on the same connection. */
  | { readonly type: 'challenge'; readonly header: string }
  | { readonly type: 'accepted'; readonly userName: string }
  | { readonly type: 'refused' };

export interface NtlmNames {
  readonly domain: string;
  readonly host: string;
}

const proofLength = 16;

/**
 * The server's side of NTLM over HTTP, NTLMv2 only. A handshake belongs to its connection. The
 * messages' integrity code is not checked.
 */
export class NtlmServer {
  readonly #challenges = new WeakMap<object, Buffer>();

  /**
   * @param connection the identity of the connection that the request came on
   * @param authorization the request's header
   * @param passwordOf the password of a user name, `DOMAIN\user` or whatever was typed
   */
  async step(
    connection: object,
    authorization: string | undefined,
    names: NtlmNames,
    passwordOf: (userName: string) => string | undefined,
  ): Promise<NtlmStep> {
    const [, scheme = '', token = ''] =
      /^(NTLM|Negotiate)\s+([\w+/=]+)$/i.exec(authorization ?? '') ?? [];
    const message = Buffer.from(token, 'base64');
    const type = messageType(message);
    if (type === 1) {
      const serverChallenge = randomBytes(8);
      this.#challenges.set(connection, serverChallenge);
      const reply = challengeMessage({ ...names, serverChallenge, nowMs: Date.now() });
      return { type: 'challenge', header: `${scheme} ${reply.toString('base64')}` };
    }
    const serverChallenge = this.#challenges.get(connection);
    this.#challenges.delete(connection);
    const authenticate = type === 3 ? readAuthenticateMessage(message) : null;
    if (authenticate === null || serverChallenge === undefined) return { type: 'refused' };
    const { domain, user } = authenticate;
    const userName = domain === '' ? user : `${domain}\\${user}`;
    const password = passwordOf(userName);
    const isTrue =
      password !== undefined && (await isProven(authenticate, serverChallenge, password));
    return isTrue ? { type: 'accepted', userName } : { type: 'refused' };
  }
}

/** NTLMv2: whether the response was made with this password (MS-NLMP 3.3.2). */
async function isProven(
  { domain, user, response }: AuthenticateMessage,
  serverChallenge: Buffer,
  password: string,
): Promise<boolean> {
  const proof = response.subarray(0, proofLength);
  const blob = response.subarray(proofLength);
  // The older NTLM's response is 24 bytes: nothing is left to prove anything by.
  if (blob.length < 28) return false;
  const passwordHash = Buffer.from(await md4(utf16(password)), 'hex');
  const key = hmacMd5(passwordHash, utf16(user.toUpperCase() + domain));
  return timingSafeEqual(hmacMd5(key, Buffer.concat([serverChallenge, blob])), proof);
}

const hmacMd5 = (key: Buffer, data: Buffer): Buffer => createHmac('md5', key).update(data).digest();
