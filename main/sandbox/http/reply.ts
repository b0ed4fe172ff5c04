import type { Json } from '../model/json.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
  /** Announced length, when it is meant to be a lie; the connection drops after the real bytes. */
  readonly announcedLength?: number;
  /** Called at the moment the reply is handed to the socket. */
  readonly onWrite?: () => void;
}

/** No reply at all: the client has gone. */
export const noReply = Symbol('noReply');
export type Answer = Reply | typeof noReply;

export function ok(value: Json, headers: Readonly<Record<string, string>> = {}): Reply {
  return withJson(200, value, headers);
}

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
export function created(location: string, value?: Json): Reply {
  return value === undefined
    ? { status: 201, headers: { Location: location } }
    : withJson(201, value, { Location: location });
}
