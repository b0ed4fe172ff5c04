/** What the computer knows about the name of a host. */
export type NameAnswer =
  | { readonly type: 'found'; readonly addresses: readonly string[] }
  /** There is no such name. */
  | { readonly type: 'unknown' }
  /** The name servers gave no answer. */
  | { readonly type: 'no-answer' };

/** Names of hosts, asked as every program of this computer asks: hosts file, DNS and what else. */
export interface NameLookup {
  /**
   * An address of numbers is its own answer. Never rejects; an answer may take as long as the
   * system's resolver does.
   */
  lookUp(host: string): Promise<NameAnswer>;
}
