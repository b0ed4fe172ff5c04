import { extname, join, normalize, sep } from 'node:path';
import { isOwnUrl } from './app-url.ts';

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

export interface AppFile {
  readonly path: string;
  readonly mimeType: string;
}

/**
 * The file behind an address of the user interface; null for an address that is not ours, a path
 * that would leave `folder`, or a kind of file that the user interface does not have.
 */
export function appFileOf(url: string, folder: string): AppFile | null {
  if (!isOwnUrl(url)) return null;
  const path = decodePath(new URL(url).pathname);
  if (path === null) return null;
  const root = normalize(folder + sep);
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  const mimeType = contentTypes[extname(file)];
  return file.startsWith(root) && mimeType !== undefined ? { path: file, mimeType } : null;
}

function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}
