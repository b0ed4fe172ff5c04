import type { Input } from '../http/input.ts';
import type { Application } from '../model/entities.ts';

/**
 * Where the hosted service would send a conversation's events to. This server takes the address
 * and sends nothing there: its events wait in the event channel.
 */
export function readCallbackUrl(input: Input, application: Application): void {
  if (application.dialect !== 'hosted') return;
  const url = input.string('callbackUrl', { maxLength: 1024 });
  const absolute = url === undefined || /^https?:\/\/[^\s/]+/i.test(url);
  if (!absolute) input.reject('callbackUrl');
}
