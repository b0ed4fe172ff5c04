import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, body, RuleStage } from './support/rule-stage.ts';

let stage: RuleStage;

beforeEach(async () => {
  stage = await RuleStage.open();
});
afterEach(() => stage.close());

const event = (rel: string, href: string, type: string, more: object = {}) => ({
  link: { rel, href },
  type,
  ...more,
});
const sender = (rel: string, href: string, ...events: readonly object[]) => ({ rel, href, events });
const answer = (next: number, ...senders: readonly object[]) => ({
  body: { _links: { next: { href: at(next) } }, sender: senders },
});

it('C.1: a sender that occurs several times in one body keeps the order of the document', async () => {
  stage.ucwa.on(
    `GET ${at(1)}`,
    answer(
      2,
      sender('communication', '/c', event('a', '/1', 'started'), event('b', '/2', 'added')),
      sender('conversation', '/v', event('c', '/3', 'added')),
      sender('communication', '/c', event('a', '/4', 'completed')),
      sender('conversation', '/V', event('c', '/5', 'deleted')),
    ),
  );
  await stage.start();
  await stage.log.waitFor('c deleted 5');
  expect(
    stage.events.map(({ sender: from, link }) => `${from.rel} ${link.href.slice(-1)}`),
  ).toEqual([
    'communication 1',
    'communication 2',
    'conversation 3',
    'communication 4',
    'conversation 5',
  ]);
});

it('C.1: the next P-GET is on its way before the events of the last are handed out', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2, 'x'));
  await stage.start();
  let sentWhenHandled: string | undefined;
  stage.application.events.subscribe((told) => {
    if (told.type === 'event') sentWhenHandled ??= stage.sent.at(-1)?.url;
  });
  await stage.log.waitFor('conversation added x');
  expect(sentWhenHandled).toContain(at(2));
});

it('C.1: bodies are processed strictly in order though the later one is small and quick', async () => {
  const many = Array.from({ length: 500 }, (_, index) => `first-${index}`);
  stage.ucwa.on(`GET ${at(1)}`, body(2, ...many));
  stage.ucwa.on(`GET ${at(2)}`, body(3, 'second'));
  await stage.start();
  await stage.log.waitFor('conversation added second');
  const ids = stage.events.map(({ link }) => link.href.split('/').pop());
  expect(ids).toEqual([...many, 'second']);
});

it('C.1: an operation of which only `completed` is seen is handed out like any other', async () => {
  const completed = event('audioVideoInvitation', '/i/1', 'completed', { status: 'Failure' });
  stage.ucwa.on(`GET ${at(1)}`, answer(2, sender('communication', '/c', completed)));
  await stage.start();
  await stage.log.waitFor('audioVideoInvitation completed 1');
  expect(stage.events[0]).toMatchObject({ type: 'completed', status: 'Failure', resource: null });
});

it('C.1: the body of a timeout has links only: nothing changes, the next P-GET follows at once', async () => {
  stage.ucwa.on(`GET ${at(1)}`, {
    body: { _links: { self: { href: at(1) }, next: { href: at(2) } } },
  });
  await stage.start();
  await stage.server.waitFor('GET', /ack=2/);
  expect(stage.log.words).toEqual(['connected']);
  expect(stage.server.seen('GET', /^\/apps\/1$/)).toEqual([]);
});

it('C.1: unknown relations, types, senders and members pass through; one that is none costs no other', async () => {
  stage.ucwa.on(
    `GET ${at(1)}`,
    answer(
      2,
      sender('bridge', '/b', event('hologram', '/h/1', 'beamed', { colour: 'blue' })),
      { rel: 'nobody' },
      sender('communication', '/c', { type: 'added' }, event('conversation', '/c/2', 'added')),
    ),
  );
  await stage.start();
  await stage.log.waitFor('conversation added 2');
  expect(stage.log.words).toEqual(['connected', 'hologram beamed 1', 'conversation added 2']);
});

it('C.1: a handler that throws costs its event and no other', async () => {
  stage.ucwa.on(`GET ${at(1)}`, body(2, 'bad', 'good'));
  stage.ucwa.on(`GET ${at(2)}`, body(3, 'later'));
  await stage.start();
  stage.application.events.subscribe((told) => {
    if (told.type === 'event' && told.event.link.href.endsWith('bad')) throw new Error('broken');
  });
  await stage.log.waitFor('conversation added later');
  expect(stage.events).toHaveLength(3);
});

it('C.1: relative addresses of a body are relative to it; absolute ones stay, case and all', async () => {
  const events = [event('conversation', 'HTTPS://Pool.Example.test/C/1', 'added')];
  stage.ucwa.on(
    `GET ${at(1)}`,
    answer(2, sender('communication', '/Apps/1/Communication', ...events)),
  );
  await stage.start();
  await stage.log.waitFor('conversation added 1');
  expect(stage.events[0]?.link.href).toBe('HTTPS://Pool.Example.test/C/1');
  expect(stage.events[0]?.sender.href).toBe(`${stage.server.origin}/Apps/1/Communication`);
});
