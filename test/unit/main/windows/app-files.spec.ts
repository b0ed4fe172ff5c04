import { describe, expect, it } from 'vitest';
import { appFileOf } from '../../../../main/windows/app-files.ts';

const folder = '/program/dist/renderer';

describe('appFileOf', () => {
  it.each([
    ['parley://app/', '/program/dist/renderer/index.html', 'text/html'],
    ['parley://app/index.html?view=ring', '/program/dist/renderer/index.html', 'text/html'],
    ['parley://app/assets/a%20b.js#x', '/program/dist/renderer/assets/a b.js', 'text/javascript'],
  ])('%s', (url, path, mimeType) => {
    expect(appFileOf(url, folder)).toEqual({ path, mimeType });
  });

  it.each([
    'parley://app/../main/index.js',
    'parley://app/..%2f..%2fmain/index.js',
    'parley://app/%2e%2e/main/index.js',
    'parley://app/..%2frenderer-of-others/index.html',
    'parley://app/a%00.html',
    'parley://app/%zz.html',
    'parley://app/keys.pem',
    'parley://app/assets',
    'parley://other/index.html',
    'https://app/index.html',
    'file:///etc/passwd.html',
    'not an address',
  ])('refuses %s', (url) => {
    expect(appFileOf(url, folder)?.path ?? null).toSatisfy(
      (path: string | null) => path === null || path.startsWith(`${folder}/`),
    );
  });
});
