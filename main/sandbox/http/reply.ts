import type { Json, JsonObject } from '../model/json.ts';
import type { Document } from '../representation/document.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Bytes as they are. */
  readonly body?: string | Buffer;
  /** In place of a body: what the reply says, to be written in the syntax that the client takes. */
  readonly document?: Document;
  /** Announced length, when it is meant to be a lie; the connection drops after the real bytes. */
  readonly announcedLength?: number;
  /** Called at the moment the reply is handed to the socket. */
  readonly onWrite?: () => void;
}

/** No reply at all: the client has gone. */
export const noReply = Symbol('noReply');
export type Answer = Reply | typeof noReply;

/** A resource. */
export function ok(value: JsonObject): Reply {
  return { status: 200, document: { kind: 'resource', value } };
}

/** JSON whatever the client takes: for what is not UCWA's. */
export function withJson(
  status: number,
  value: Json,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export const noContent: Reply = { status: 204 };

/** 201 naming the new resource, with its representation if there is one to give at once. */
export function created(location: string, value?: JsonObject): Reply {
  const headers = { Location: location };
  if (value === undefined) return { status: 201, headers };
  return { status: 201, headers, document: { kind: 'resource', value } };
}
