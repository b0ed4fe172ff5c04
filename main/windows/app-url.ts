/** Parley's own scheme: a secure context with one host and no network behind it. */
export const appScheme = 'parley';
const appHost = 'app';

/**
 * What a window shows: the main window, the ring window, the same on a further screen, the quick dial,
 * or nothing but what carries media.
 */
export type View = 'main' | 'ring' | 'ringCopy' | 'quickDial' | 'media';

const pages: Readonly<Record<View, string>> = {
  main: 'index.html',
  ring: 'index.html?view=ring',
  quickDial: 'index.html?view=quick-dial',
  ringCopy: 'index.html?view=ringCopy',
  // Its sound and picture are made up: the demo's colleague has no microphone and no camera.
  media: 'index.html?view=media&synthetic=1',
};

export const viewUrl = (view: View): string => `${appScheme}://${appHost}/${pages[view]}`;

/** Whether an address belongs to Parley's own pages. Anything unreadable does not. */
export function isOwnUrl(address: string): boolean {
  try {
    const url = new URL(address);
    // `origin` is "null" for schemes that Node does not know.
    return url.protocol === `${appScheme}:` && url.host === appHost;
  } catch {
    return false;
  }
}
