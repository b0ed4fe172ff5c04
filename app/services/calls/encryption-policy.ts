import type { Logger } from '../../ports/logger.ts';
import { MediaError } from '../../ports/media-engine.ts';
import { EnforcementPolicy } from '../../ucwa/catalogue/generated/enumerations.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { ServerLink } from './server-link.ts';

/** How an offer wants its media: in the clear, encrypted if the other side can, or encrypted only. */
type OfferedEncryption = 'none' | 'optional' | 'required';

/** UCWA's names for an encryption that two sides cannot agree on. */
type EncryptionRefusal =
  | 'MediaEncryptionRequired'
  | 'MediaEncryptionMismatch'
  | 'MediaEncryptionNotSupported';

/** The other side's offer, or the company's policy, asks for an encryption that cannot be had. */
export class EncryptionRefused extends MediaError {
  readonly subcode: EncryptionRefusal;

  constructor(subcode: EncryptionRefusal) {
    super('encryption-mismatch', subcode);
    this.subcode = subcode;
  }
}

/**
 * What an SDP says of encryption: `RTP/SAVP` asks for it, `RTP/AVP` with keys leaves it to whoever
 * answers (MS-SDPEXT 3.1.5.1), and the least that one of its streams has counts.
 */
function offeredEncryption(sdp: string): OfferedEncryption {
  const [session = '', ...streams] = sdp.split(/^(?=m=)/m);
  const live = streams.filter((stream) => !/^m=\S+ 0[ /]/.test(stream));
  const each = live.map((stream): OfferedEncryption => {
    if (/^m=\S+ \S+ \S*SAVP/.test(stream)) return 'required';
    const isKeyed = /^a=(?:crypto|fingerprint):/im.test(session + stream);
    return isKeyed ? 'optional' : 'none';
  });
  if (each.includes('none')) return 'none';
  return each.includes('required') ? 'required' : 'optional';
}

/**
 * Why media cannot be exchanged under the company's policy; null when it can. This side sends
 * encrypted media or none, so a policy can only forbid more.
 */
function refusalOf(
  policy: EnforcementPolicy,
  offered: OfferedEncryption,
): EncryptionRefusal | null {
  if (policy === 'NotSupported') {
    return offered === 'required' ? 'MediaEncryptionNotSupported' : 'MediaEncryptionMismatch';
  }
  if (offered !== 'none') return null;
  return policy === 'Enforced' ? 'MediaEncryptionRequired' : 'MediaEncryptionMismatch';
}

/** @throws EncryptionRefused when this side cannot send and receive what `sdp` offers under the policy */
export function requireEncryption(policy: EnforcementPolicy, sdp: string): void {
  const subcode = refusalOf(policy, offeredEncryption(sdp));
  if (subcode !== null) throw new EncryptionRefused(subcode);
}

/** A server that has no policy, or none that can be read, leaves it to the two sides. */
const unknown = 'Supported';

/** The company's policy about encrypted media, read when the first call needs it. */
export class EncryptionPolicy {
  readonly #server: ServerLink;
  readonly #logger: Logger;
  #reading: Promise<EnforcementPolicy | null> | null = null;

  constructor(server: ServerLink, logger: Logger) {
    this.#server = server;
    this.#logger = logger;
  }

  /** Never rejects. Asks the server once; a read that failed is repeated when it is needed again. */
  async get(): Promise<EnforcementPolicy> {
    const reading = this.#reading ?? this.#read();
    this.#reading = reading;
    const policy = await reading;
    if (policy === null && this.#reading === reading) this.#reading = null;
    return policy ?? unknown;
  }

  /** The application is another one. */
  forget(): void {
    this.#reading = null;
  }

  async #read(): Promise<EnforcementPolicy | null> {
    const communication = this.#server.application?.communication;
    const href = communication === undefined ? null : link(communication, 'mediaPolicies')?.href;
    if (href == null) return unknown;
    try {
      const resource = await this.#server.read(href);
      const { audioVideoEncryption } = readResource('mediaPolicies', resource).values;
      return isPolicy(audioVideoEncryption) ? audioVideoEncryption : unknown;
    } catch (error) {
      this.#logger.info('The media policies cannot be read', { error });
      return null;
    }
  }
}

const isPolicy = (value: string | null): value is EnforcementPolicy =>
  EnforcementPolicy.some((policy) => policy === value);
