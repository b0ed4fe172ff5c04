import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication } from '../../ucwa/ucwa-application.ts';

/** How long quitting waits for the server to delete the application. */
const timeoutMs = 3_000;

/** Signs out before Parley quits, unless that takes long. Never rejects. */
export function sayGoodbye(
  application: UcwaApplication,
  { clock, logger }: Pick<UcwaDependencies, 'clock' | 'logger'>,
): Promise<void> {
  return new Promise<void>((resolve) => {
    const cancelTimer = clock.after(timeoutMs, () => {
      application.stop();
      resolve();
    });
    application
      .signOut()
      .catch((error: unknown) => logger.warn('The server could not be told', { error }))
      .finally(() => {
        cancelTimer();
        resolve();
      });
  });
}
