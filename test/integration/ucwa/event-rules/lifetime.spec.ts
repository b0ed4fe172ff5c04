import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  calmAggregation,
  frugalAggregation,
  promptAggregation,
} from '../../../../app/ucwa/events/aggregation.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { applicationResource } from '../../../support/scripted-ucwa.ts';
import { at, body, RuleStage, refused } from './support/rule-stage.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let stage: RuleStage;
let clock: ManualClock;

beforeEach(async () => {
  stage = await RuleStage.open();
  clock = new ManualClock();
});
afterEach(() => stage.close());

const lost = refused(404, 'NotFound', 'ApplicationNotFound');

/** From now on POST applications gives another application than the first one. */
const anotherApplication = () =>
  stage.ucwa.on('POST /apps', (request) =>
    stage.ucwa.authorized(request, { status: 201, body: applicationResource('2') }),
  );

describe('B.3: the end of the application', () => {
  it('404 ApplicationNotFound is healed silently, and told as recreated', async () => {
    stage.ucwa.on(`GET ${at(1)}`, lost);
    stage.ucwa.on('GET /apps/2/events', body(3, 'x'), 'hang');
    await stage.start();
    anotherApplication();
    await stage.log.waitFor('conversation added x');
    expect(stage.log.words).toContain('recreated');
    expect(stage.log.words).not.toContain('resynced');
    expect(stage.application.root.href).toBe(`${stage.server.origin}/apps/2`);
  });

  it('the parameters are told to the new one, too', async () => {
    stage.ucwa.on(`GET ${at(1)}`, body(2));
    stage.ucwa.on(`GET ${at(2)}`, lost);
    await stage.start();
    anotherApplication();
    stage.ucwa.on('GET /apps/2/events', 'hang');
    await stage.server.waitFor('GET', /^\/apps\/2\/events/);
    expect(stage.parameters('medium')).toEqual(['5', null, '5']);
  });

  it('a 404 of something else than the application is no reason to make it anew', async () => {
    stage.ucwa.on(`GET ${at(1)}`, refused(404, 'NotFound', 'SomethingElse'), body(2, 'x'));
    await stage.start();
    await stage.log.waitFor('conversation added x');
    expect(stage.server.seen('POST', /^\/apps$/)).toHaveLength(1);
  });

  it.each([
    ['TooManyApplications', 'too-many-applications'],
    ['InactiveApplicationExpired', 'application-expired'],
    ['UserAgentNotAllowed', 'user-agent-not-allowed'],
  ])(
    '410 %s is told to the user, nothing is made anew, no timer stays',
    async (subcode, reason) => {
      stage.ucwa.on(`GET ${at(1)}`, refused(410, 'Gone', subcode));
      await stage.start({ clock });
      await stage.log.waitFor(`ended:${reason}`);
      expect(stage.server.seen('POST', /^\/apps$/)).toHaveLength(1);
      expect(clock.pending).toBe(0);
    },
  );

  it('410 of another subcode is asked again with the same `ack`', async () => {
    stage.ucwa.on(`GET ${at(1)}`, refused(410, 'Gone', 'CannotRedirect'), body(2, 'x'));
    await stage.start();
    await stage.log.waitFor('conversation added x');
    expect(stage.log.words).toEqual([
      'connected',
      'recovering',
      'connected',
      'conversation added x',
    ]);
  });
});

describe('sleep', () => {
  it('of minutes: the P-GET is asked again at once with the same `ack`, and nothing is lost', async () => {
    stage.ucwa.on(`GET ${at(1)}`, 'hang', body(2, 'meanwhile'));
    await stage.start({ clock });
    await stage.server.waitFor('GET', /ack=1/);
    clock.sleep(10 * minuteMs);
    stage.application.wakeUp();
    await stage.log.waitFor('conversation added meanwhile');
    expect(stage.log.words).toEqual(['connected', 'conversation added meanwhile']);
    await stage.server.waitFor('POST', /activity/);
  });

  it('of days: the ticket has expired and the application is gone; both are had anew', async () => {
    stage.ucwa.on(`GET ${at(1)}`, 'hang', (request) => stage.ucwa.authorized(request, lost));
    stage.ucwa.on('GET /apps/1', (request) => stage.ucwa.authorized(request, lost));
    stage.ucwa.on('GET /apps/2/events', body(3, 'x'), 'hang');
    await stage.start({ clock });
    await stage.server.waitFor('GET', /ack=1/);
    anotherApplication();
    stage.ucwa.token = 'cwt=SECOND';
    clock.sleep(3 * dayMs);
    stage.application.wakeUp();
    await stage.log.waitFor('conversation added x');
    expect(stage.log.words.slice(0, 4)).toEqual([
      'connected',
      'recovering',
      'recreated',
      'connected',
    ]);
    const unauthorized = stage.server
      .seen('GET', /events/)
      .filter(({ headers }) => headers.authorization === 'Bearer cwt=FIRST');
    expect(unauthorized).toHaveLength(1);
    expect(stage.server.seen('POST', /ticket/)).toHaveLength(2);
  });

  it('of days without being told of the waking: the timers that are overdue do the same', async () => {
    stage.ucwa.on(`GET ${at(1)}`, 'hang');
    stage.ucwa.on('GET /apps/1', lost);
    await stage.start({ clock });
    await stage.server.waitFor('GET', /ack=1/);
    anotherApplication();
    stage.ucwa.token = 'cwt=SECOND';
    stage.ucwa.on('POST /apps/1/activity', (request) => stage.ucwa.authorized(request, lost));
    stage.ucwa.on('GET /apps/2/events', body(3, 'x'), 'hang');
    clock.sleep(3 * dayMs);
    clock.advance(1);
    await stage.log.waitFor('conversation added x');
    expect(stage.log.words).toContain('recreated');
  });
});

describe('B.3: activity', () => {
  const reports = () => stage.server.seen('POST', /activity/).length;

  it('of a user who is there is reported within every four minutes', async () => {
    await stage.start({ clock });
    for (let count = 1; count <= 3; count += 1) {
      clock.advance(4 * minuteMs);
      await stage.server.waitFor('POST', /activity/, count);
    }
  });

  it('is not pretended for one who is away, and the application goes on polling', async () => {
    const leftAtMs = clock.nowMs();
    await stage.start({ clock, request: { idleMs: () => clock.nowMs() - leftAtMs + 1 } });
    clock.advance(60 * minuteMs);
    // Another request, made later, is seen: a report would have been.
    await stage.application.client.get(`${stage.server.origin}/apps/1`);
    expect(reports()).toBe(0);
    expect(stage.application.health.state).toBe('polling');
  });

  it('is reported within half a minute after the user came back, at once when that is told', async () => {
    const idle = { ms: Number.POSITIVE_INFINITY };
    await stage.start({ clock, request: { idleMs: () => idle.ms } });
    clock.advance(30 * minuteMs);
    idle.ms = 0;
    clock.advance(30_000);
    await stage.server.waitFor('POST', /activity/);
    idle.ms = Number.POSITIVE_INFINITY;
    clock.advance(30 * minuteMs);
    idle.ms = 0;
    stage.application.wakeUp();
    await stage.server.waitFor('POST', /activity/, 2);
  });

  it('is due after waking up, though it was reported a minute ago', async () => {
    await stage.start({ clock });
    clock.advance(minuteMs);
    stage.application.wakeUp();
    await stage.server.waitFor('POST', /activity/);
  });
});

it.each([promptAggregation, calmAggregation, frugalAggregation])(
  'B.3: while nothing happens a P-GET is issued within every 15 minutes: $timeoutSeconds s',
  async (aggregation) => {
    stage.ucwa.on(`GET ${at(1)}`, body(2));
    await stage.start();
    stage.application.aggregate(aggregation);
    await stage.server.waitFor('GET', /ack=2/);
    const [limitMs = 0] = stage.sent
      .filter(({ url }) => url.includes('ack=2'))
      .map(({ timeoutMs }) => timeoutMs);
    expect(limitMs).toBeLessThan(15 * minuteMs);
  },
);
