import { useEffect, useState } from 'react';
import { type DeviceList, listDevices, noDevices } from './devices.ts';

/**
 * The devices that are plugged in, kept up to date.
 * @param again a value whose change asks anew: labels are known only after a permission was given
 */
export const useDevices = (again: unknown): DeviceList => {
  const [devices, setDevices] = useState<DeviceList>(noDevices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is there to run this once more
  useEffect(() => {
    let active = true;
    const read = (): void => {
      listDevices()
        .then((list) => {
          if (active) setDevices(list);
        })
        .catch(() => undefined);
    };
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => {
      active = false;
      navigator.mediaDevices.removeEventListener('devicechange', read);
    };
  }, [again]);
  return devices;
};
