import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../../app/ports/http-transport.ts';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { OperationTracker } from '../../../../../app/ucwa/operations/operation-tracker.ts';
import { fromTransportError } from '../../../../../app/ucwa/transport/errors.ts';
import type { PostResult, UcwaApplicationEvent } from '../../../../../app/ucwa/ucwa-application.ts';
import { UcwaError } from '../../../../../app/ucwa/ucwa-error.ts';
import { Emitter } from '../../../../../app/util/emitter.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { eventsBody } from '../../../../support/scripted-ucwa.ts';

const base = 'https://pool.example.test/';
const href = `${base}invitations/1`;

function setUp() {
  const clock = new ManualClock();
  const events = new Emitter<UcwaApplicationEvent>((error) => {
    throw error;
  });
  const tracker = new OperationTracker(events, clock);
  const started = (operationId: string) => {
    const _embedded = { audioVideoInvitation: { operationId, _links: { self: { href } } } };
    const body = eventsBody({ next: '/2' }, [
      ['audioVideoInvitation', href, 'started', { _embedded }],
    ]);
    for (const event of new JsonCodec().decodeEvents(JSON.stringify(body), base).events) {
      events.emit({ type: 'event', event });
    }
  };
  return { clock, tracker, started };
}

const created: PostResult = { status: 201, location: href, resource: null };

function deferred() {
  let resolve = (_: PostResult) => {};
  let reject = (_: unknown) => {};
  const promise = new Promise<PostResult>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** Lets everything that is already resolved run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('an operation', () => {
  it('is known by the address in the response', async () => {
    const { tracker } = setUp();
    await expect(tracker.run('op1', async () => created)).resolves.toEqual({
      href,
      resource: null,
    });
  });

  it('is known by the event when that comes first, and once', async () => {
    const { tracker, started } = setUp();
    const post = deferred();
    const running = tracker.run('op1', () => post.promise);
    started('op1');
    const operation = await running;
    expect(operation.href).toBe(href);
    expect(operation.resource?.properties.operationId).toBe('op1');
    post.resolve(created);
    await settle();
    started('op1');
  });

  it('is not taken for another one', async () => {
    const { tracker, started } = setUp();
    const post = deferred();
    let isKnown = false;
    const running = tracker
      .run('op1', () => post.promise)
      .then(() => {
        isKnown = true;
      });
    started('op2');
    await settle();
    expect(isKnown).toBe(false);
    post.resolve(created);
    await running;
  });

  it('fails when the server refuses it', async () => {
    const { tracker, clock } = setUp();
    const refusal = new UcwaError('ucwa', 'HTTP 404', { advice: 'give-up', status: 404 });
    await expect(tracker.run('op1', () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(clock.pending).toBe(0);
  });

  it('survives the loss of its response when the event tells of it', async () => {
    const { tracker, clock, started } = setUp();
    const lost = fromTransportError(new TransportError('disconnected', ''), base);
    const running = tracker.run('op1', () => Promise.reject(lost));
    await settle();
    started('op1');
    await expect(running).resolves.toMatchObject({ href });
    expect(clock.pending).toBe(0);
  });

  it('fails when its response is lost and no event comes', async () => {
    const { tracker, clock } = setUp();
    const lost = fromTransportError(new TransportError('disconnected', ''), base);
    const running = tracker.run('op1', () => Promise.reject(lost));
    const outcome = expect(running).rejects.toBe(lost);
    await settle();
    clock.advance(60_000);
    await outcome;
    expect(clock.pending).toBe(0);
  });

  it('fails when nothing tells what became of it', async () => {
    const { tracker, clock } = setUp();
    const running = tracker.run('op1', async () => ({ ...created, location: null }));
    const outcome = expect(running).rejects.toMatchObject({ kind: 'ucwa' });
    await settle();
    clock.advance(60_000);
    await outcome;
  });
});
