/** Messages of NTLM (MS-NLMP 2.2.1): what the server reads and writes of them. */

const signature = Buffer.from('NTLMSSP\0', 'latin1');

/** Negotiate flags (MS-NLMP 2.2.2.5): Unicode, a target of kind domain, NTLMv2 and what belongs to it. */
const challengeFlags = 0xa28a8205;
const unicodeFlag = 0x1;

/** Kinds of AV_PAIR (MS-NLMP 2.2.2.1). */
const av = { end: 0, computer: 1, domain: 2, dnsComputer: 3, dnsDomain: 4, timestamp: 7 } as const;

/** 1601-01-01, where FILETIME begins, in milliseconds before 1970. */
const fileTimeEpochMs = 11_644_473_600_000;

const challengeHeaderLength = 56;

/** 1, 2 or 3; null for anything that is no NTLM message. */
export function messageType(message: Buffer): number | null {
  if (message.length < 12 || !message.subarray(0, 8).equals(signature)) return null;
  return message.readUInt32LE(8);
}

/** CHALLENGE_MESSAGE with what a client needs for an NTLMv2 response. */
export function challengeMessage(setup: {
  readonly serverChallenge: Buffer;
  readonly domain: string;
  readonly host: string;
  readonly nowMs: number;
}): Buffer {
  const netbios = setup.domain.split('.')[0]?.toUpperCase() ?? '';
  const computer = setup.host.split('.')[0]?.toUpperCase() ?? '';
  const target = utf16(netbios);
  const info = Buffer.concat([
    pair(av.domain, utf16(netbios)),
    pair(av.computer, utf16(computer)),
    pair(av.dnsDomain, utf16(setup.domain)),
    pair(av.dnsComputer, utf16(setup.host)),
    pair(av.timestamp, fileTime(setup.nowMs)),
    pair(av.end, Buffer.alloc(0)),
  ]);
  const header = Buffer.alloc(challengeHeaderLength);
  signature.copy(header);
  header.writeUInt32LE(2, 8);
  writeField(header, 12, target.length, challengeHeaderLength);
  header.writeUInt32LE(challengeFlags, 20);
  setup.serverChallenge.copy(header, 24);
  writeField(header, 40, info.length, challengeHeaderLength + target.length);
  return Buffer.concat([header, target, info]);
}

export interface AuthenticateMessage {
  readonly domain: string;
  readonly user: string;
  /** NTProofStr and what it proves; shorter in the older NTLM. */
  readonly response: Buffer;
}

/** Reads an AUTHENTICATE_MESSAGE; null when its fields lie outside of it. */
export function readAuthenticateMessage(message: Buffer): AuthenticateMessage | null {
  if (message.length < 64) return null;
  const isUnicode = (message.readUInt32LE(60) & unicodeFlag) !== 0;
  const encoding = isUnicode ? 'utf16le' : 'latin1';
  const response = field(message, 20);
  const domain = field(message, 28);
  const user = field(message, 36);
  if (response === null || domain === null || user === null) return null;
  return { response, domain: domain.toString(encoding), user: user.toString(encoding) };
}

export const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

function pair(id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(value.length, 2);
  return Buffer.concat([head, value]);
}

function fileTime(unixMs: number): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE((BigInt(Math.round(unixMs)) + BigInt(fileTimeEpochMs)) * 10_000n);
  return time;
}

function writeField(header: Buffer, at: number, length: number, offset: number): void {
  header.writeUInt16LE(length, at);
  header.writeUInt16LE(length, at + 2);
  header.writeUInt32LE(offset, at + 4);
}

function field(message: Buffer, at: number): Buffer | null {
  const length = message.readUInt16LE(at);
  const offset = message.readUInt32LE(at + 4);
  return offset + length > message.length ? null : message.subarray(offset, offset + length);
}
