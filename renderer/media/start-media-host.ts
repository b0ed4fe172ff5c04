import type { Bridge } from '../bridge/bridge.ts';
import { CallMedia } from './call-media.ts';
import { handleMediaRequest } from './media-requests.ts';
import { syntheticDevices } from './synthetic-devices.ts';

/**
 * The page of the demo's colleague (`?view=media&synthetic=1`): it shows nothing and only carries
 * the media of calls, with made-up sound and picture.
 */
export function startMediaHost(bridge: Bridge): void {
  const media = new CallMedia(
    (report) => void bridge.invoke('media.report', report),
    syntheticDevices,
  );
  bridge.onMessage((message) => {
    if (message.type !== 'media') return;
    void handleMediaRequest(bridge, media, message.requestId, message.request);
  });
  void bridge.invoke('media.ready', undefined);
}
