import { beforeEach, describe, expect, it } from 'vitest';
import type { MediaReport } from '../../../../app/ports/media-engine.ts';
import { MediaEngineProxy } from '../../../../main/ipc/media-engine-proxy.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { ScriptedPage } from '../support/scripted-page.ts';

let clock: ManualClock;
let engine: MediaEngineProxy;
let page: ScriptedPage;

beforeEach(() => {
  clock = new ManualClock();
  engine = new MediaEngineProxy(clock, new RecordingLogger());
  page = new ScriptedPage();
});

describe('MediaEngineProxy', () => {
  it('asks the page and gives back its answer', async () => {
    engine.attach(page);
    const offer = engine.createOffer('c1', 'audio');
    expect(page.messages).toEqual([
      {
        type: 'media',
        requestId: 0,
        request: {
          method: 'createOffer',
          mediaId: 'c1',
          modality: 'audio',
          videoSections: 0,
          cameraOn: true,
        },
      },
    ]);
    engine.settle(page, 0, { ok: true, sdp: 'v=0' });
    expect(await offer).toBe('v=0');
    expect(clock.pending).toBe(0);
  });

  it('asks for one video stream unless told otherwise', async () => {
    engine.attach(page);
    engine.createOffer('call', 'audioVideo').catch(() => undefined);
    const meeting = { videoSections: 4, cameraOn: false };
    engine.createOffer('meeting', 'audioVideo', meeting).catch(() => undefined);
    expect(page.messages).toMatchObject([
      { request: { videoSections: 1, cameraOn: true } },
      { request: { videoSections: 4, cameraOn: false } },
    ]);
  });

  it('tells answers of several requests apart', async () => {
    engine.attach(page);
    const first = engine.createAnswer('c1', 'v=1', 'audio');
    const second = engine.answerReoffer('c2', 'v=2');
    engine.settle(page, 1, { ok: true, sdp: 'two', remoteHold: true, video: true });
    engine.settle(page, 0, { ok: true, sdp: 'one' });
    expect(await first).toBe('one');
    expect(await second).toEqual({ answerSdp: 'two', remoteHold: true, video: true });
  });

  it('rejects with the reason of the page', async () => {
    engine.attach(page);
    const offer = engine.createOffer('c1', 'audio');
    engine.settle(page, 0, { ok: false, reason: 'no-microphone', message: 'None there' });
    await expect(offer).rejects.toMatchObject({ name: 'MediaError', reason: 'no-microphone' });
  });

  it('does not take an answer without SDP for one with', async () => {
    engine.attach(page);
    const offer = engine.createOffer('c1', 'audio');
    engine.settle(page, 0, { ok: true });
    await expect(offer).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('gives up on a page that does not answer', async () => {
    engine.attach(page);
    const offer = engine.createOffer('c1', 'audio');
    clock.advance(30_000);
    await expect(offer).rejects.toMatchObject({ reason: 'timeout' });
    engine.settle(page, 0, { ok: true, sdp: 'late' });
  });

  it('rejects what was asked of a page that is gone', async () => {
    engine.attach(page);
    const offer = engine.createOffer('c1', 'audio');
    page.goAway();
    await expect(offer).rejects.toMatchObject({ reason: 'unavailable' });
    expect(clock.pending).toBe(0);
  });

  it('says which calls lost their media with the page', async () => {
    const reports: MediaReport[] = [];
    engine.reports.subscribe((report) => reports.push(report));
    engine.attach(page);
    const offers = ['over', 'talking'].map((mediaId, requestId) => {
      const offer = engine.createOffer(mediaId, 'audio');
      engine.settle(page, requestId, { ok: true, sdp: 'v=0' });
      return offer;
    });
    await Promise.all(offers);
    const closed = engine.close('over');
    engine.settle(page, 2, { ok: true });
    await closed;
    page.goAway();
    expect(reports).toEqual([{ type: 'lost', mediaId: 'talking' }]);
    page.goAway();
    expect(reports).toHaveLength(1);
  });

  it('waits a little for a page that is still loading', async () => {
    const offer = engine.createOffer('c1', 'audio');
    engine.attach(page);
    await expect.poll(() => page.messages).toHaveLength(1);
    engine.settle(page, 0, { ok: true, sdp: 'v=0' });
    expect(await offer).toBe('v=0');
  });

  it('does not wait for ever for a page', async () => {
    const offer = engine.createOffer('c1', 'audio');
    clock.advance(5_000);
    await expect(offer).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('closes at once when there is no page that could have media', async () => {
    await engine.close('c1');
    expect(clock.pending).toBe(0);
  });

  it('listens to the page that carries the media, and to no other', async () => {
    const reports: MediaReport[] = [];
    engine.reports.subscribe((report) => reports.push(report));
    engine.attach(page);
    const offer = engine.createOffer('c1', 'audio');
    const stranger = new ScriptedPage();
    engine.report(stranger, { type: 'connection', mediaId: 'c1', state: 'failed' });
    engine.settle(stranger, 0, { ok: true, sdp: 'forged' });
    engine.report(page, { type: 'connection', mediaId: 'c1', state: 'connected' });
    engine.settle(page, 0, { ok: true, sdp: 'real' });
    expect(await offer).toBe('real');
    expect(reports).toEqual([{ type: 'connection', mediaId: 'c1', state: 'connected' }]);
  });
});
