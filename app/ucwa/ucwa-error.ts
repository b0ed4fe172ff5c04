import type { ErrorCode, ErrorSubcode } from './catalogue/generated/enumerations.ts';
import { errorCode, errorSubcode, type UcwaErrorAdvice } from './error-advice.ts';
import type { UcwaReason } from './events/ucwa-event.ts';

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
  /** A link leads to what is no URL, or none that tickets may travel to; nothing was sent. */
  | 'bad-address'
  /** A field breaks a documented limit or is missing: `field` says which. Nothing was sent. */
  | 'field-limit';

/** How an input breaks what the documentation says of it. */
export interface FieldFault {
  readonly name: string;
  readonly rule: 'required' | 'maxLength' | 'minimum' | 'maximum';
  /** The limit: characters, or a value. Null for a field that is missing. */
  readonly limit: number | null;
}

/** A request that failed: how, and what to do about it (`error-advice.ts` has the table). */
export class UcwaError extends Error {
  override readonly name = 'UcwaError';
  readonly kind: UcwaErrorKind;
  readonly advice: UcwaErrorAdvice;
  /** HTTP status. */
  readonly status: number | null;
  /** The error body as it came, unknown codes included. */
  readonly reason: UcwaReason | null;
  /** `X-Ms-diagnostics` of the response. */
  readonly diagnostics: string | null;
  /** The host that was asked, with its port when it is not the usual one. */
  readonly host: string | null;
  /** How long the server asked to be left alone (`Retry-After`); null when it did not. */
  readonly retryAfterMs: number | null;
  /** Where a malformed body breaks: `offset 17`, or a path such as `$.sender[0].events`. */
  readonly position: string | null;
  /** Of 'field-limit': the field, and which of its limits it breaks. */
  readonly field: FieldFault | null;

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
      readonly retryAfterMs?: number | null;
      readonly field?: FieldFault | null;
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
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.field = details.field ?? null;
  }

  /** UCWA's error code; null without one, or when it came later than this client. */
  get code(): ErrorCode | null {
    return errorCode(this.reason?.code ?? null);
  }

  /** UCWA's error subcode; null without one, or when it came later than this client. */
  get subcode(): ErrorSubcode | null {
    return errorSubcode(this.reason?.subcode ?? null);
  }

  /** The parameters that the server complains about. */
  get parameters(): UcwaReason['parameters'] {
    return this.reason?.parameters ?? [];
  }
}
