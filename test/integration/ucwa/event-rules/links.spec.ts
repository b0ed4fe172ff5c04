import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../support/manual-clock.ts';
import { applicationResource, eventsBody, meResource } from '../../../support/scripted-ucwa.ts';
import { at, body, RuleStage, refused } from './support/rule-stage.ts';

let stage: RuleStage;

beforeEach(async () => {
  stage = await RuleStage.open();
});
afterEach(() => stage.close());

const replaced = refused(409, 'Conflict', 'PGetReplaced');

it('C.1: `next` is followed as it stands; `ack` and `key` are the server’s', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2, 'x'));
  await stage.start();
  await stage.server.waitFor('GET', /ack=2/);
  expect(stage.polls[1]?.url).toBe(at(2));
});

it('C.1: `resync` is followed without the parameters, told, and everything is read again', async () => {
  stage.ucwa.on(`GET ${at(1)}`, { body: eventsBody({ resync: at(7) }) });
  stage.ucwa.on('GET /apps/1', {
    body: {
      ...applicationResource('1', true),
      _embedded: { me: { ...meResource(true), name: 'New Name' } },
    },
  });
  await stage.start();
  await stage.log.waitFor('refreshed');
  await stage.server.waitFor('GET', /ack=7/);
  expect(stage.polls[1]?.url).toBe(at(7));
  expect(stage.log.words).toEqual(['connected', 'resynced']);
  await expect.poll(() => stage.application.me.properties.name).toBe('New Name');
  expect(stage.application.health.lastGap?.kind).toBe('resynced');
});

it('C.1: after a `resync` reading again goes on until it succeeds', async () => {
  stage.ucwa.on(`GET ${at(1)}`, { body: eventsBody({ resync: at(7) }) });
  const clock = new ManualClock();
  await stage.start({ clock });
  const missing = { status: 404, body: { code: 'NotFound' } };
  stage.ucwa.on('GET /apps/1', missing, { body: applicationResource('1', true) });
  await expect
    .poll(() => {
      clock.advance(1000);
      return stage.log.events.map(({ type }) => type);
    })
    .toContain('refreshed');
  expect(stage.server.seen('GET', /^\/apps\/1$/)).toHaveLength(2);
});

it('C.1: `resume` is followed with the parameters, which the server forgot; conversations are told to be gone', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(5));
  stage.ucwa.on(`GET ${at(5)}`, { body: eventsBody({ resume: at(7) }) });
  await stage.start();
  await stage.server.waitFor('GET', /ack=7/);
  expect(stage.parameters('medium')).toEqual(['5', null, '5']);
  expect(stage.log.words).toEqual(['connected', 'recreated']);
});

describe('C.1: 409 PGetReplaced', () => {
  it('for an older request of ours is ignored', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    stage.ucwa.on(
      `GET ${at(1)}`,
      { after: released, answer: replaced },
      { after: released, answer: body(2, 'x') },
    );
    await stage.start();
    await stage.server.waitFor('GET', /ack=1/);
    stage.application.wakeUp();
    await stage.server.waitFor('GET', /ack=1/, 2);
    release();
    await stage.log.waitFor('conversation added x');
    expect(stage.log.words).not.toContain('ended:used-elsewhere');
  });

  it('for the newest ends: another instance runs; nothing is made anew', async () => {
    stage.ucwa.on(`GET ${at(1)}`, replaced);
    await stage.start();
    await stage.log.waitFor('ended:used-elsewhere');
    expect(stage.polls).toHaveLength(1);
    expect(stage.server.seen('POST', /^\/apps$/)).toHaveLength(1);
  });

  it('for one that an older request of ours overtook: it is asked once more, then it is another instance', async () => {
    stage.ucwa.on(`GET ${at(1)}`, 'hang', replaced, replaced);
    await stage.start();
    await stage.server.waitFor('GET', /ack=1/);
    stage.application.wakeUp();
    await stage.log.waitFor('ended:used-elsewhere');
    expect(stage.polls).toHaveLength(3);
  });
});

it('C.1: each P-GET that may replace one of ours has a higher priority; the next `ack` starts anew', async () => {
  stage.ucwa.on(`GET ${at(1)}`, 'drop', 'drop', 'hang', body(2, 'x'));
  await stage.start();
  await stage.server.waitFor('GET', /ack=1/, 3);
  stage.application.wakeUp();
  await stage.server.waitFor('GET', /ack=2/);
  expect(stage.parameters('priority')).toEqual([null, '1', '2', '3', null]);
});
