import { createHash } from 'node:crypto';
import type { Application } from '../model/entities.ts';
import type { JsonObject } from '../model/json.ts';

/** Name of the property that a client does not know and still has to send back in a PUT. */
export function putPropertyName(application: Application): string {
  const hex = createHash('sha1').update(`put:${application.id}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What a resource that can be PUT carries besides its documented properties. */
export function putProperty(application: Application): JsonObject {
  return { [putPropertyName(application)]: 'please pass this in a PUT request' };
}
