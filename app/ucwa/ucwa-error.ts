import type { UcwaReason } from './events/ucwa-event.ts';

/** What the caller should do about a failed request. */
export type UcwaErrorAdvice =
  | 'retry'
  | 're-authenticate'
  | 'recreate-application'
  | 'tell-the-user'
  | 'give-up';

/** Where a request failed. */
export type UcwaErrorKind =
  /** No HTTP response: `cause` is the `TransportError`. */
  | 'transport'
  /** UCWA answered with an error body. */
  | 'ucwa'
  /** An error that is neither JSON nor XML: a proxy answered, not UCWA. */
  | 'proxy'
  /** A response that cannot be read; `position` says where. */
  | 'malformed'
  /** The resource has no such link: the server does not offer the operation. */
  | 'missing-link'
  /** A field breaks a documented limit; nothing was sent. */
  | 'field-limit';

export class UcwaError extends Error {
  override readonly name = 'UcwaError';
  readonly kind: UcwaErrorKind;
  readonly advice: UcwaErrorAdvice;
  readonly status: number | null;
  readonly reason: UcwaReason | null;
  /** `X-Ms-diagnostics` of the response. */
  readonly diagnostics: string | null;
  /** The host that was asked, with its port when it is not the usual one. */
  readonly host: string | null;
  /** Where a malformed body breaks: `offset 17`, or a path such as `$.sender[0].events`. */
  readonly position: string | null;

  constructor(
    kind: UcwaErrorKind,
    message: string,
    details: {
      readonly advice: UcwaErrorAdvice;
      readonly status?: number;
      readonly reason?: UcwaReason | null;
      readonly diagnostics?: string | null;
      readonly host?: string | null;
      readonly position?: string | null;
      readonly cause?: unknown;
    },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.advice = details.advice;
    this.status = details.status ?? null;
    this.reason = details.reason ?? null;
    this.diagnostics = details.diagnostics ?? null;
    this.host = details.host ?? null;
    this.position = details.position ?? null;
  }
}
