import type { Answer, SeenRequest } from './scripted-server.ts';

/** Paths of the GETs in a batch, in its order. */
export function pathsInBatch(request: SeenRequest): readonly string[] {
  return [...request.body.matchAll(/^GET (\S+) HTTP\/1\.1\r$/gm)].map((match) => match[1] ?? '');
}

/** One part of the answer to a batch. */
export interface PartAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
}

/** The answer to a batch, its parts as given. */
export function batchAnswer(parts: readonly PartAnswer[], boundary = '0cac9abd'): Answer {
  const written = parts.map(({ status = 200, headers = {}, body = '' }) => {
    const json = typeof body === 'object';
    const lines = { ...(json && { 'Content-Type': 'application/json' }), ...headers };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    const text = json ? JSON.stringify(body) : body;
    return [
      `--${boundary}\r\nContent-Type: application/http; msgtype=response\r\n\r\n`,
      `HTTP/1.1 ${status} Whatever\r\n${head.join('')}\r\n${text}\r\n`,
    ].join('');
  });
  return {
    headers: { 'Content-Type': `multipart/batching; boundary="${boundary}"` },
    body: `${written.join('')}--${boundary}--\r\n`,
  };
}
