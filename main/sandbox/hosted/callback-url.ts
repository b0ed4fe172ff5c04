import type { Input } from '../http/input.ts';
import type { Application } from '../model/entities.ts';

/** Hosts of this machine: the only ones that this server sends anything to. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** An absolute address of a web server, without user name or password. */
function webAddress(text: string): URL | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(text)) return undefined;
  try {
    const url = new URL(text);
    return url.username === '' && url.password === '' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Where a client of the hosted service wants the events of the conversation that it starts or takes. */
export function readCallbackUrl(input: Input, application: Application): string | undefined {
  if (application.dialect !== 'hosted') return undefined;
  const url = input.string('callbackUrl', { maxLength: 1024 });
  if (url !== undefined && webAddress(url) === undefined) input.reject('callbackUrl');
  return url;
}

/** The address as one that may be posted to; undefined for every host but this machine. */
export function reachableCallback(text: string): URL | undefined {
  const url = webAddress(text);
  return url !== undefined && loopback.test(url.hostname) ? url : undefined;
}
