import type { BrowserWindow } from 'electron';
import type { WindowMessage } from '../../app/ipc/contract.ts';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { View } from './app-url.ts';

/** The page of a window, for those who talk to it. */
export interface Page {
  /** Sends a message; does nothing when the window is gone. */
  send(message: WindowMessage): void;
  /** Calls `listener` when the page that was there is gone: closed, crashed or loaded anew. */
  onPageGone(listener: () => void): void;
}

/** A window that the window factory made. */
export interface AppWindow extends Page {
  readonly view: View;
  readonly browserWindow: BrowserWindow;
  /** Who carries out what this window asks for. */
  readonly endpoint: CommandEndpoint;
}
