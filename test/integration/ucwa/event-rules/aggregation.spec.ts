import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Aggregation,
  calmAggregation,
  frugalAggregation,
  promptAggregation,
} from '../../../../app/ucwa/events/aggregation.ts';
import { defaultChannelTimes } from '../../../../app/ucwa/events/channel-times.ts';
import { eventsBody } from '../../../support/scripted-ucwa.ts';
import { at, body, RuleStage } from './support/rule-stage.ts';

let stage: RuleStage;

beforeEach(async () => {
  stage = await RuleStage.open();
});
afterEach(() => stage.close());

const spoken = () =>
  ['low', 'medium', 'timeout'].map((name) =>
    stage
      .parameters(name)
      .map((value) => value ?? '-')
      .join(' '),
  );

it('C.1: `low`, `medium` and `timeout` are told once; the server remembers them', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2));
  stage.ucwa.on(`GET ${at(2)}`, body(3));
  await stage.start();
  await stage.server.waitFor('GET', /ack=3/);
  expect(spoken()).toEqual(['5 - -', '5 - -', '180 - -']);
});

it('C.1: a slower aggregation waits for the next P-GET and keeps its place', async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  stage.ucwa.on(`GET ${at(1)}`, { after: released, answer: body(2, 'x') });
  await stage.start();
  await stage.server.waitFor('GET', /ack=1/);
  stage.application.aggregate(frugalAggregation);
  release();
  await stage.server.waitFor('GET', /ack=2/);
  expect(spoken()).toEqual(['5 600', '5 120', '180 300']);
  expect(stage.log.words).toEqual(['connected', 'conversation added x']);
});

it('C.1: a prompter one replaces the P-GET that hangs, same `ack`, higher priority; nothing is lost', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2));
  stage.ucwa.on(`GET ${at(2)}`, 'hang', body(3, 'x'));
  await stage.start();
  stage.application.aggregate(calmAggregation);
  await stage.server.waitFor('GET', /ack=2/);
  stage.application.aggregate(promptAggregation);
  await stage.server.waitFor('GET', /ack=3/);
  expect(spoken()[1]).toBe('5 15 5 -');
  expect(stage.parameters('priority')).toEqual([null, null, '1', null]);
  expect(stage.log.words).toEqual(['connected', 'conversation added x']);
});

it('C.1: what was told with a P-GET that failed is told again', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2));
  stage.ucwa.on(`GET ${at(2)}`, 'drop', body(3));
  await stage.start();
  stage.application.aggregate(calmAggregation);
  await stage.server.waitFor('GET', /ack=2/);
  stage.application.aggregate(promptAggregation);
  await stage.server.waitFor('GET', /ack=3/);
  // The server may or may not have heard of 15: it is told 5 though it once knew that.
  expect(stage.parameters('medium').slice(0, 3)).toEqual(['5', '15', '5']);
});

it('C.1: parameters are lost on resume, and told again', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2));
  stage.ucwa.on(`GET ${at(2)}`, { body: eventsBody({ resume: at(9) }) });
  await stage.start();
  stage.application.aggregate(calmAggregation);
  await stage.server.waitFor('GET', /ack=9/);
  expect(stage.parameters('medium').at(-1)).toBe('15');
});

it.each<[string, Aggregation, readonly string[]]>([
  ['too small', { lowSeconds: 0, mediumSeconds: 1, timeoutSeconds: 10 }, ['5', '5', '180']],
  [
    'too large',
    { lowSeconds: 9999, mediumSeconds: 1801, timeoutSeconds: 7200 },
    ['1800', '1800', '1800'],
  ],
])('C.1: values that are %s are brought within 5–1800 and 180–1800', async (_how, asked, told) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  stage.ucwa.on(`GET ${at(1)}`, body(2));
  stage.ucwa.on(`GET ${at(2)}`, { after: released, answer: body(3) }, body(3));
  await stage.start();
  stage.application.aggregate(calmAggregation);
  await stage.server.waitFor('GET', /ack=2/);
  stage.application.aggregate(asked);
  release();
  await stage.server.waitFor('GET', /ack=3/);
  const last = (name: string) => stage.parameters(name).findLast((value) => value !== null);
  expect(['low', 'medium', 'timeout'].map(last)).toEqual(told);
});

it('C.1: the client waits as long as it asked the server to, and a buffer', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2));
  await stage.start();
  stage.application.aggregate(frugalAggregation);
  await stage.server.waitFor('GET', /ack=2/);
  const limits = stage.sent
    .filter(({ url }) => url.includes('/events'))
    .map(({ timeoutMs }) => timeoutMs);
  const { bufferMs } = defaultChannelTimes;
  expect(limits).toEqual([180_000 + bufferMs, 300_000 + bufferMs]);
});
