import type { WindowMessage } from '../../app/ipc/contract.ts';
import type { View } from './app-url.ts';

/** The page of a window, for those who talk to it. */
export interface Page {
  readonly view: View;
  /** Sends a message; does nothing when the window is gone. */
  send(message: WindowMessage): void;
  /** Calls `listener` when the page that was there is gone: closed, crashed or loaded anew. */
  onPageGone(listener: () => void): void;
}
