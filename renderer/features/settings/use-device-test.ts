import { useEffect, useState } from 'react';
import { openCamera, openMicrophone } from '../../media/devices.ts';
import { MediaFailure, type MediaFailureReason } from '../../media/media-failure.ts';

export type DeviceTest =
  | { readonly state: 'off' | 'opening' }
  | { readonly state: 'on'; readonly track: MediaStreamTrack }
  | { readonly state: 'failed'; readonly reason: MediaFailureReason };

/** Opens one device while `running`, and frees it afterwards. */
export const useDeviceTest = (
  kind: 'microphone' | 'camera',
  deviceId: string | null,
  running: boolean,
): DeviceTest => {
  const [test, setTest] = useState<DeviceTest>({ state: 'off' });
  useEffect(() => {
    if (!running) {
      setTest({ state: 'off' });
      return;
    }
    let active = true;
    let opened: MediaStreamTrack | null = null;
    setTest({ state: 'opening' });
    const open = kind === 'microphone' ? openMicrophone : openCamera;
    open(deviceId).then(
      (track) => {
        opened = track;
        if (active) setTest({ state: 'on', track });
        else track.stop();
      },
      (error: unknown) => {
        const reason = error instanceof MediaFailure ? error.reason : 'unavailable';
        if (active) setTest({ state: 'failed', reason });
      },
    );
    return () => {
      active = false;
      opened?.stop();
    };
  }, [kind, deviceId, running]);
  return test;
};
