import { afterEach, beforeEach, expect, it } from 'vitest';
import { HurriedClock } from '../../../support/hurried-clock.ts';
import { eventsBody } from '../../../support/scripted-ucwa.ts';
import { RuleStage } from './support/rule-stage.ts';

let stage: RuleStage;
beforeEach(async () => {
  stage = await RuleStage.open();
});
afterEach(() => stage.close());

it.each([
  ['20', 20_000],
  // Nobody could call the user for an hour.
  ['3600', 60_000],
])('asks again as late as the server wants: Retry-After %s', async (retryAfter, expectedMs) => {
  const busy = { status: 503, headers: { 'Retry-After': retryAfter }, body: '<html>' };
  const body = { body: eventsBody({ next: '/apps/1/events?ack=2' }) };
  stage.ucwa.on('GET /apps/1/events', busy, body, 'hang');
  const clock = new HurriedClock(2000);
  await stage.start({ clock });
  await stage.server.waitFor('GET', /ack=2/);
  expect(clock.delaysMs).toContain(expectedMs);
});
