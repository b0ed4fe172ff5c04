import { readFile } from 'node:fs/promises';
import { type ProtocolResponse, protocol, type Session } from 'electron';
import type { Logger } from '../../app/ports/logger.ts';
import { appFileOf } from './app-files.ts';
import { appScheme } from './app-url.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

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
 * older of Electron's two calls for it, because every supported version has that one.
 */
export function serveApp(session: Session, folder: string, logger: Logger): void {
  session.protocol.registerBufferProtocol(appScheme, (request, callback) => {
    respond(request.method, request.url, folder).then(callback, (error: unknown) => {
      logger.warn('A file of the user interface is missing', { error, url: request.url });
      callback(refusal(404));
    });
  });
}

async function respond(method: string, url: string, folder: string): Promise<ProtocolResponse> {
  const file = method === 'GET' ? appFileOf(url, folder) : null;
  if (file === null) return refusal(403);
  const { mimeType } = file;
  return { statusCode: 200, headers, mimeType, charset: 'utf-8', data: await readFile(file.path) };
}

const refusal = (statusCode: 403 | 404): ProtocolResponse => ({
  statusCode,
  headers,
  mimeType: 'text/plain',
  data: Buffer.from(''),
});
