import type { BrowserWindow } from 'electron';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { Page } from './page.ts';

/** A window that the window factory made. */
export interface AppWindow extends Page {
  readonly browserWindow: BrowserWindow;
  /** Who carries out what this window asks for. */
  readonly endpoint: CommandEndpoint;
}
