/** The part of the `httpntlm` package that is used: NTLM's messages, made by somebody else's code. */
declare module 'httpntlm/ntlm.js' {
  interface NtlmAccount {
    readonly domain?: string;
    readonly workstation?: string;
    readonly username?: string;
    readonly password?: string;
  }
  /** The value of the `Authorization` header that begins. */
  export function createType1Message(options: NtlmAccount): string;
  /** @param header the server's `WWW-Authenticate`; null after `onError` was told */
  export function parseType2Message(header: string, onError: (error: Error) => void): object | null;
  export function createType3Message(challenge: object, options: NtlmAccount): string;
}
