import type { ParleyBridge } from '../app/ipc/contract.ts';
import type { Hid } from './media/headset/web-hid.ts';

declare global {
  interface Navigator {
    /** WebHID. */
    readonly hid?: Hid;
  }

  interface Window {
    /** Given by the preload script. Only `renderer/bridge` may touch it. */
    readonly parley: ParleyBridge;
  }
}
