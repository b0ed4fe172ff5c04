import type { DoctorRemark } from '../../domain/doctor.ts';
import { redactText } from '../../util/redact-text.ts';

const addressPattern =
  /(?:\b(?:sips?|mailto|smtp):)?[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}-]*[\p{L}\p{N}])/giu;
/**
 * Long enough to be a ticket or a key. Names of hosts are let through, and so are the GUIDs by which
 * administrators find requests.
 */
const tokenPattern =
  /\beyJ[\w-]{8,}(?:\.[\w-]+)+|(?<![\w.-])(?![\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\w-]))(?=[\w+~-]*\d)[\w+~-]{24,}(?:[/+][\w+~-]+)*={0,2}(?![\w+~/=-])(?!\.[a-z\d])|[\w+~-]{64,}/gi;
/** What servers say in their own words may hold anything. */
const freeValues: ReadonlySet<string> = new Set(['detail', 'problem']);
const shortestSecret = 6;
const shortestName = 3;

interface Name {
  readonly length: number;
  readonly pattern: RegExp;
  readonly mask: string;
}

/**
 * Takes out of texts what an administrator must not or need not see: tickets, passwords, phone
 * numbers, and who people are. Domains and hosts stay: without them a report is of no use. The same
 * person has the same mask all over a run.
 */
export class Masks {
  readonly #people = new Map<string, string>();
  /** What is replaced wherever it stands, longest first. */
  #names: readonly Name[] = [];
  #secrets: readonly string[] = [];

  /** @param address `alex@example.com`, of the user who runs the check */
  constructor(address: string) {
    const bare = address.trim().replace(/^sips?:/i, '');
    const at = bare.lastIndexOf('@');
    this.person(at < 0 ? bare : bare.slice(0, at), this.#maskOf(bare));
  }

  /** Another name of the user: an account, or what people call them. */
  person(name: string, mask = '<user-1>'): void {
    // `DOMAIN\\alex` tells an administrator the domain.
    const own = name.trim().replace(/^.*\\/, '').replace(/@.*$/, '');
    if (own.length >= shortestName) this.#addName(own, mask);
  }

  /** The password of this run. */
  secret(value: string): void {
    if (value.length >= shortestSecret) this.#secrets = [...this.#secrets, value];
  }

  text(text: string): string {
    const named = redactText(text).replace(
      addressPattern,
      (address, domain: string) => `${this.#maskOf(address)}@${domain.toLowerCase()}`,
    );
    const known = this.#names.reduce(
      (result, { pattern, mask }) => result.replace(pattern, mask),
      named,
    );
    return known.replace(tokenPattern, '<secret>');
  }

  remark({ messageKey, values }: DoctorRemark): DoctorRemark {
    const masked = Object.entries(values).map(([name, value]) => {
      const free = freeValues.has(name) ? this.#withoutSecrets(value) : value;
      return [name, this.text(free)] as const;
    });
    return { messageKey, values: Object.fromEntries(masked) };
  }

  /** Elsewhere a password that is a common word would take away what must be legible. */
  #withoutSecrets(text: string): string {
    return this.#secrets.reduce((result, secret) => result.split(secret).join('<secret>'), text);
  }

  #maskOf(address: string): string {
    const key = address.replace(/^[a-z]+:/i, '').toLowerCase();
    const mask = this.#people.get(key) ?? `<user-${this.#people.size + 1}>`;
    this.#people.set(key, mask);
    return mask;
  }

  #addName(name: string, mask: string): void {
    const literal = name.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
    // Not within words, and not where it is a part of a host's name.
    const pattern = new RegExp(String.raw`(?<![\w.<-])${literal}(?![\w])(?![\w-]*\.[a-z])`, 'gi');
    const names = [...this.#names, { length: name.length, pattern, mask }];
    this.#names = names.sort((one, other) => other.length - one.length);
  }
}
