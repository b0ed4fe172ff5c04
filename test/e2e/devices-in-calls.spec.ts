import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

declare global {
  interface Window {
    /** Every track that the page opened since `watchDevices`. */
    openedTracks: MediaStreamTrack[];
    microphonePlugged: boolean;
    /** Lets a camera that is being opened open. */
    openCamera: () => void;
  }
}

/** Keeps an eye on the devices that the page opens; cameras open when told. */
function watchDevices(page: Page): Promise<void> {
  return page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    window.openedTracks = [];
    window.microphonePlugged = true;
    const cameraMayOpen = new Promise<void>((resolve) => {
      window.openCamera = resolve;
    });
    devices.getUserMedia = async (constraints) => {
      if (constraints?.audio && !window.microphonePlugged) {
        throw new DOMException('Requested device not found', 'NotFoundError');
      }
      if (constraints?.video) await cameraMayOpen;
      const stream = await open(constraints);
      window.openedTracks.push(...stream.getTracks());
      return stream;
    };
  });
}

const openKinds = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    window.openedTracks.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind),
  );

test('a microphone that is pulled out is said, and used again when it is back', async ({
  signedIn,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await watchDevices(alex.page);
  await alex.dial('Sam Okafor');
  await (await sam.ringWindow()).getByRole('button', { name: 'Answer', exact: true }).click();
  await sam.expectPacketsArriving('Alex Rivera', 'Audio');

  // What Chromium does when the device goes: the track ends, and opening it finds none.
  await alex.page.evaluate(() => {
    window.microphonePlugged = false;
    for (const track of window.openedTracks) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  const note = alex.callWith('Sam Okafor').getByText('The microphone is gone');
  await expect(note).toBeVisible();
  expect(await openKinds(alex.page)).toEqual([]);

  await alex.page.evaluate(() => {
    window.microphonePlugged = true;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await expect(note).toBeHidden();
  await expect.poll(() => openKinds(alex.page)).toEqual(['audio']);
});

test('hanging up while the camera still opens leaves no device open', async ({ signedIn }) => {
  const [alex] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await watchDevices(alex.page);
  await alex.dial('Sam Okafor', 'audioVideo');
  await expect.poll(() => openKinds(alex.page)).toEqual(['audio']);
  await alex
    .callWith('Sam Okafor')
    .getByRole('button', { name: /^(?:Cancel|Hang up)/ })
    .click();
  await expect.poll(() => openKinds(alex.page)).toEqual([]);
  const timers = await alex.page.evaluate(() => {
    let started = 0;
    const start = window.setInterval;
    window.setInterval = ((...args: Parameters<typeof start>) => {
      started += 1;
      return start(...args);
    }) as typeof start;
    window.openCamera();
    return new Promise<number>((resolve) => setTimeout(() => resolve(started), 1_000));
  });
  expect(await alex.page.evaluate(() => window.openedTracks.map(({ kind }) => kind))).toEqual([
    'audio',
    'video',
  ]);
  expect(await openKinds(alex.page)).toEqual([]);
  expect(timers).toBe(0);
});
