import type { App } from 'electron';
import type { Environment } from '../../app/domain/app-state.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { SignInSurfaces } from '../../app/services/parley.ts';
import type { ElectronSurroundings } from '../adapters/electron-surroundings.ts';
import type { ElectronWakeUps } from '../adapters/electron-wake-ups.ts';
import type { AppFolders } from '../app-folders.ts';
import type { WindowFactory } from '../windows/window-factory.ts';

/** What every Parley of this process shares: the user's own and the demo's colleagues. */
export interface Foundation {
  readonly app: App;
  readonly folders: AppFolders;
  readonly logger: Logger;
  readonly trace: Trace;
  readonly wakeUps: ElectronWakeUps;
  readonly surroundings: ElectronSurroundings;
  readonly environment: Environment;
  readonly translator: Translator;
  readonly windows: WindowFactory;
  readonly surfaces: SignInSurfaces;
}
