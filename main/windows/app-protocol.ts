import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type ProtocolResponse, protocol, type Session } from 'electron';
import type { Logger } from '../../app/ports/logger.ts';
import { appScheme, isOwnUrl } from './app-url.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** Makes `parley:` a secure, standard scheme. Only before Electron's `ready`. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the files of `folder` as `parley://app/…`, each with the content security policy. Uses the
 * older of the two calls for it, because every supported Electron has that one.
 */
export function serveApp(session: Session, folder: string, logger: Logger): void {
  session.protocol.registerBufferProtocol(appScheme, (request, callback) => {
    respond(request.method, request.url, folder).then(callback, (error: unknown) => {
      logger.warn('A file of the user interface is missing', { error, url: request.url });
      callback({ statusCode: 404, headers, mimeType: 'text/plain', data: Buffer.from('') });
    });
  });
}

async function respond(method: string, url: string, folder: string): Promise<ProtocolResponse> {
  const file = method === 'GET' && isOwnUrl(url) ? fileOf(url, folder) : null;
  const mimeType = file === null ? undefined : contentTypes[extname(file)];
  if (file === null || mimeType === undefined) {
    return { statusCode: 403, headers, mimeType: 'text/plain', data: Buffer.from('') };
  }
  return { statusCode: 200, headers, mimeType, charset: 'utf-8', data: await readFile(file) };
}

/** The file of a URL; null when the path would leave `folder`. Exported for its test. */
export function fileOf(url: string, folder: string): string | null {
  const path = decodeURIComponent(new URL(url).pathname);
  if (path.includes('\0')) return null;
  const root = normalize(folder);
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null;
}
