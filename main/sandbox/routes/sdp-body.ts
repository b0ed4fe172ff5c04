import type { Exchange } from '../http/exchange.ts';
import { type BadParameter, invalidParameters, UcwaError } from '../http/ucwa-error.ts';
import { isSdp } from '../sdp/offer.ts';

/** A query parameter of limited length; what is wrong with it goes to `bad`. */
export function queryParameter(
  exchange: Exchange,
  name: string,
  limits: { readonly maxLength: number; readonly required: boolean },
  bad: BadParameter[],
): string | undefined {
  const value = exchange.query(name);
  const missing = value === undefined || value === '';
  if (missing ? limits.required : value.length > limits.maxLength)
    bad.push({ name, reason: 'Invalid' });
  return missing ? undefined : value;
}

/**
 * The session description that is the whole request body.
 * @throws UcwaError 415 when the body is declared as anything but `application/sdp`, 400 when it
 * is none or other parameters were bad.
 */
export function sdpBody(exchange: Exchange, bad: readonly BadParameter[]): string {
  if (exchange.contentType !== 'application/sdp') {
    throw new UcwaError(415, undefined, 'The content type is not supported.');
  }
  const sdp = exchange.text();
  const all = isSdp(sdp) ? bad : [...bad, { name: 'sdp', reason: 'Invalid' }];
  if (all.length > 0) throw invalidParameters(all);
  return sdp;
}
