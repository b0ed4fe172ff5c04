import type { Exchange } from '../http/exchange.ts';
import { type Answer, noReply } from '../http/reply.ts';
import type { Application } from '../model/entities.ts';
import { hostedDocument, hostedHref, ucwaTarget } from './dialect.ts';

/** The dialect of a request: its address tells. */
export function dialectOf({ url }: Exchange): Application['dialect'] {
  return ucwaTarget(url) === undefined ? 'ucwa' : 'hosted';
}

/** A request to a hosted application as the same request in UCWA; any other as it is. */
export function inUcwaTerms(exchange: Exchange): Exchange {
  const target = ucwaTarget(exchange.url);
  return target === undefined ? exchange : exchange.at(target);
}

/** An answer in the dialect of the application that it comes from. */
export function inDialect(
  answer: Answer,
  from: { readonly application: Application | undefined; readonly exchange: Exchange },
): Answer {
  const { application, exchange } = from;
  if (answer === noReply || application?.dialect !== 'hosted') return answer;
  const { document, headers } = answer;
  const location = headers?.Location;
  return {
    ...answer,
    ...(document === undefined
      ? {}
      : { document: hostedDocument(application, document, exchange.origin) }),
    ...(typeof location === 'string'
      ? { headers: { ...headers, Location: hostedHref(application, location) } }
      : {}),
  };
}
