/** Randomness that need not be reproducible. */
export interface Random {
  /** A fresh RFC 4122 version 4 UUID, lower case, with dashes (36 characters). */
  uuid(): string;
  /** A number in [0, 1). */
  fraction(): number;
}
