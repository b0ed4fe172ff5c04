import type { DesktopSession } from '../../desktop/session.ts';

/** Where Parley runs, as far as every spec needs to know. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** A new test begins: what was shown before does not count. */
  forget(): void;
  /** A picture of the whole desktop, where it belongs to the tests. */
  savePicture(path: string): Promise<void>;
}

type Use = (surroundings: Surroundings) => Promise<void>;

/** Linux: the desktop that the tests start. */
export async function ownDesktop(
  { desktop }: { readonly desktop: DesktopSession },
  use: Use,
): Promise<void> {
  await use({
    env: desktop.env,
    forget: () => desktop.notifications.forget(),
    savePicture: (path) => desktop.screen.save(path),
  });
}

/** Windows and macOS: the desktop of whoever runs the tests. */
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies off this pattern.
export async function desktopOfTheUser({}: object, use: Use): Promise<void> {
  await use({
    env: process.env,
    forget: () => undefined,
    savePicture: () => Promise.resolve(),
  });
}
