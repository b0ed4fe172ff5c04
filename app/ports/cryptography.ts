/** What takes a cryptographic library. */
export interface Cryptography {
  /** 256 bits that nobody can guess, base64url without padding (43 characters). */
  secret(): string;
  /** SHA-256 of the text's UTF-8, base64url without padding. */
  sha256(text: string): string;
}
