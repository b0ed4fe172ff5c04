import type { Page } from '@playwright/test';
import { Browser, ClientSite } from './support/browser.ts';
import type {} from './support/engines-page.ts';
import { expect, test } from './support/fixtures.ts';
import { enginesScript } from './support/media-engines.ts';

/** The media engine alone, on real WebRTC: what no call between two Parleys shows. */

let site: ClientSite;
let browser: Browser;
let page: Page;

test.beforeEach(async ({ runtime, surroundings }) => {
  site = await ClientSite.start();
  const url = `http://localhost:${site.port}/`;
  browser = await Browser.open({ runtime, env: surroundings.env, url, hosts: [] });
  ({ page } = browser);
  await page.addScriptTag({ content: await enginesScript() });
});

test.afterEach(async () => {
  await browser.close();
  await site.stop();
});

const statesOf = (who: 'alex' | 'sam') =>
  page.evaluate(
    (name) =>
      window.engines.reports[name].flatMap((report) =>
        report.type === 'connection' ? [report.state] : [],
      ),
    who,
  );

test('an answer that was sent before the user took the call becomes the final one as it is', async () => {
  const { same, before, microphoneBefore } = await page.evaluate(async () => {
    const { alex, sam, reports } = window.engines;
    const offer = await alex.createOffer('call', 1, true);
    const provisional = await sam.createProvisionalAnswer('call', offer);
    await alex.applyAnswer('call', provisional);
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        const isUp = reports.alex.some((r) => r.type === 'connection' && r.state === 'connected');
        if (!isUp) return;
        clearInterval(look);
        resolve();
      }, 20);
    });
    const microphoneBefore = sam.view('call')?.microphone ?? null;
    const before = reports.sam.map(({ type }) => type);
    const final = await sam.createAnswer('call', offer, 'audioVideo');
    return { same: final === provisional, before, microphoneBefore };
  });
  expect(same).toBe(true);
  expect(microphoneBefore).toBeNull();
  // What is connected before the user took the call is told only then.
  expect(before).not.toContain('connection');
  expect(before).not.toContain('tones');
  await expect.poll(() => statesOf('sam')).toContain('connected');
  const packets = (kind: 'audio' | 'video') =>
    page.evaluate(async (of) => {
      const quality = await window.engines.alex.statistics('call');
      return quality?.[of]?.packetsReceived ?? 0;
    }, kind);
  await expect.poll(() => packets('audio')).toBeGreaterThan(5);
  await expect.poll(() => packets('video')).toBeGreaterThan(5);
});

test("an early answer is heard while nothing is sent, and the final answer may be another endpoint's", async () => {
  const result = await page.evaluate(async () => {
    const { alex, sam, reports } = window.engines;
    const until = async (isDone: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const offer = await alex.createOffer('call', 1, true);
    // An announcement: somebody who takes every call at once.
    const announcement = await sam.createAnswer('announcement', offer, 'audioVideo');
    await alex.applyProvisionalAnswer('call', announcement);
    const isHeard = () => reports.alex.some(({ type }) => type === 'firstPacket');
    await until(isHeard);
    const isConnectionTold = reports.alex.some(
      (report) => report.type === 'connection' && report.state === 'connected',
    );
    const early = await sam.statistics('announcement');
    // The user's own device answers.
    const answer = await sam.createAnswer('device', offer, 'audioVideo');
    const { isElsewhere, video } = await alex.applyAnswer('call', answer);
    // The announcement goes on, and yet the connection finds the device.
    const offered = await alex.createReoffer('call', { hold: null, videoSections: null });
    await alex.applyAnswer('call', (await sam.answerReoffer('device', offered)).sdp);
    const received = async () => (await sam.statistics('device'))?.audio?.packetsReceived ?? 0;
    await until(async () => (await received()) > 5);
    const before = (await alex.statistics('call'))?.audio?.packetsReceived ?? 0;
    await until(
      async () => ((await alex.statistics('call'))?.audio?.packetsReceived ?? 0) > before + 5,
    );
    const sentEarly = [early?.audio?.packetsReceived, early?.video?.packetsReceived ?? 0];
    return { isConnectionTold, isElsewhere, sentEarly, video };
  });
  expect(result).toEqual({
    ...{ isConnectionTold: false, isElsewhere: true },
    ...{ sentEarly: [0, 0], video: true },
  });
  await expect.poll(() => statesOf('alex')).toContain('connected');
});

test('several pictures are asked for, told apart by their labels, and come back after a hold', async () => {
  const views = await page.evaluate(async () => {
    const { alex, sam } = window.engines;
    const offer = await alex.createOffer('meeting', 3, false);
    // A peer that shows its one picture in the second place, labelled as a conference server does.
    const answer = await sam.createAnswer('meeting', offer, 'audioVideo');
    const [head = '', ...sections] = answer.split(/(?=^m=)/m);
    const labelled = sections.map((section, index) => `${section}a=label:place-${index}\r\n`);
    const everythingOpen = [head, ...labelled].join('').replace(/a=inactive/g, 'a=sendrecv');
    await alex.applyAnswer('meeting', everythingOpen);
    const seen = () =>
      (alex.view('meeting')?.remotePictures ?? []).map(({ mid, source }) => `${mid} ${source}`);
    const before = seen();
    const hold = await alex.createReoffer('meeting', { hold: true, videoSections: null });
    await alex.rollbackOffer('meeting');
    const resumed = await alex.createReoffer('meeting', { hold: false, videoSections: null });
    const directions = (sdp: string) => sdp.match(/^a=(?:sendrecv|recvonly|inactive)/gm);
    return {
      before,
      offered: directions(offer),
      held: directions(hold),
      resumed: directions(resumed),
      camera: alex.view('meeting')?.localPicture ?? null,
    };
  });
  expect(views.offered).toEqual(['a=sendrecv', 'a=sendrecv', 'a=recvonly', 'a=recvonly']);
  expect(views.before[0]).toBe('1 place-1');
  expect(views.held).toEqual(Array(4).fill('a=inactive'));
  expect(views.resumed).toEqual(views.offered);
  expect(views.camera).toBeNull();
});

test('video that the peer refuses leaves the camera free, and the next offer may have it', async () => {
  const { refused, camera, again } = await page.evaluate(async () => {
    const { alex } = window.engines;
    const peer = new RTCPeerConnection();
    const answerOf = async (sdp: string, takesVideo: boolean): Promise<string> => {
      await peer.setRemoteDescription({ type: 'offer', sdp });
      const video = peer
        .getTransceivers()
        .filter(({ receiver }) => receiver.track.kind === 'video');
      for (const transceiver of video) {
        transceiver.direction = takesVideo ? 'recvonly' : 'inactive';
      }
      await peer.setLocalDescription();
      return peer.localDescription?.sdp ?? '';
    };
    const offer = await alex.createOffer('call', 0, true);
    await alex.applyAnswer('call', await answerOf(offer, false));
    const change = { hold: null, videoSections: 1 };
    const withVideo = await alex.createReoffer('call', change);
    const refused = await alex.applyAnswer('call', await answerOf(withVideo, false));
    const camera = alex.view('call')?.localPicture ?? null;
    const next = await alex.createReoffer('call', change);
    const again = await alex.applyAnswer('call', await answerOf(next, true));
    return { refused, camera, again };
  });
  expect(refused).toEqual({ video: false, isElsewhere: false });
  expect(camera).toBeNull();
  expect(again).toEqual({ video: true, isElsewhere: false });
});
