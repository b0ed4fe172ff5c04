import type { ParleyBridge } from '../app/ipc/contract.ts';

declare global {
  interface Window {
    /** Given by the preload script. Only `renderer/bridge` may touch it. */
    readonly parley: ParleyBridge;
  }
}
