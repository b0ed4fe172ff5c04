import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandFailure } from '../../../app/services/command-failure.ts';
import { factsOf, type Operation } from '../../../app/ucwa/catalogue/operation.ts';
import { follow } from '../../../app/ucwa/follow/follow.ts';
import { known } from '../../../app/ucwa/follow/known-resource.ts';
import { startOnlineMeeting } from '../../../app/ucwa/requests/meetings.ts';
import { UcwaError } from '../../../app/ucwa/ucwa-error.ts';
import { type DialectName, dialects } from './support/dialects.ts';
import { LimitStage } from './support/limit-stage.ts';
import { operationsOf, type Page, pages } from './support/pages.ts';

/** One limit of a page: what carries the field there, and how many characters it may have. */
interface Row {
  readonly page: Page;
  /** A relation, or the page itself for what the invitation says of itself. */
  readonly operation: string;
  readonly field: string;
  readonly limit: number;
  /** Only the hosted service has the field. */
  readonly hostedOnly?: true;
  /** Where the request goes that carries it. */
  readonly path: RegExp;
  /** By what the user does, where they can type it; else by following the link. */
  readonly send: (stage: LimitStage, value: string) => Promise<unknown>;
  readonly value?: (length: number) => string;
}

const starts = /\/communication\/audioVideoInvitations$/;
const joins = /\/communication\/onlineMeetingInvitations|\/adhocMeetings|\/onlineMeetings/;
const asks = /\/communication\/participantInvitations$/;
const nobody = 'sip:nobody@parley.test';
let people = 0;
/** Each can be asked once. */
const somebodyElse = (): string => {
  people += 1;
  return `sip:nobody-${people}@parley.test`;
};

const startVideo =
  (field: 'operationId' | 'sessionContext' | 'callbackUrl'): Row['send'] =>
  ({ kim, communication, mediaOffer }, value) =>
    follow(kim.client, communication, 'startAudioVideo', {
      to: nobody,
      mediaOffer,
      [field]: value,
    });

const startAudio =
  (field: 'operationId' | 'sessionContext'): Row['send'] =>
  ({ kim, communication, mediaOffer }, value) =>
    follow(kim.client, communication, 'startAudio', { to: nobody, mediaOffer, [field]: value });

const addParticipant =
  (field: 'operationId' | 'onBehalfOf' | 'subject'): Row['send'] =>
  async (stage, value) => {
    const from = known('conversation', await stage.meeting());
    const input = { to: somebodyElse(), operationId: crypto.randomUUID(), [field]: value };
    return follow(stage.kim.client, from, 'addParticipant', input);
  };

const answer =
  (
    key: 'acceptWithAnswer' | 'sendProvisionalAnswer',
    field: 'sessionContext' | 'processedOfferId',
  ): Row['send'] =>
  async (stage, value) => {
    const from = known('audioVideoInvitation', await stage.ringing());
    const input = { sdp: stage.sdp, sessionContext: 'context', [field]: value };
    return follow(stage.sam.client, from, key, input);
  };

const call =
  (modality: 'audio' | 'audioVideo'): Row['send'] =>
  ({ alex }, subject) =>
    alex.call(nobody, { modality, subject });

const webAddress = (length: number): string => 'https://example.test/'.padEnd(length, 'x');

const video = { page: 'startAudioVideo', operation: 'startAudioVideo', path: starts } as const;
const adding = { page: 'addParticipant', operation: 'addParticipant', path: asks } as const;
const meeting = {
  page: 'startOnlineMeeting',
  operation: 'startOnlineMeeting',
  path: joins,
} as const;
const own = {
  page: 'audioVideoInvitation',
  operation: 'audioVideoInvitation',
  path: starts,
} as const;
const invitation = 'audioVideoInvitation';
const taking = 'acceptWithAnswer';
const early = 'sendProvisionalAnswer';
const accepting = { page: invitation, operation: taking, path: /\/acceptWithAnswer$/ } as const;
const ringing = { page: invitation, operation: early, path: /\/sendProvisionalAnswer$/ } as const;

const rows: readonly Row[] = [
  { ...video, field: 'operationId', limit: 50, send: startVideo('operationId') },
  { ...video, field: 'sessionContext', limit: 50, send: startVideo('sessionContext') },
  { ...video, field: 'subject', limit: 250, send: call('audioVideo') },
  {
    ...{ ...video, field: 'callbackUrl', limit: 1024, hostedOnly: true },
    ...{ send: startVideo('callbackUrl'), value: webAddress },
  },
  { ...own, field: 'operationId', limit: 50, send: startAudio('operationId') },
  { ...own, field: 'sessionContext', limit: 50, send: startAudio('sessionContext') },
  { ...own, field: 'subject', limit: 250, send: call('audio') },
  { ...accepting, field: 'sessionContext', limit: 50, send: answer(taking, 'sessionContext') },
  { ...accepting, field: 'processedOfferId', limit: 100, send: answer(taking, 'processedOfferId') },
  { ...ringing, field: 'sessionContext', limit: 50, send: answer(early, 'sessionContext') },
  { ...ringing, field: 'processedOfferId', limit: 100, send: answer(early, 'processedOfferId') },
  { ...adding, field: 'operationId', limit: 50, send: addParticipant('operationId') },
  {
    ...{ ...adding, field: 'onBehalfOf', limit: 250, hostedOnly: true },
    send: addParticipant('onBehalfOf'),
  },
  {
    ...{ ...adding, field: 'subject', limit: 250, hostedOnly: true },
    send: addParticipant('subject'),
  },
  {
    ...{ ...meeting, field: 'operationId', limit: 50 },
    send: ({ kim }, operationId) => startOnlineMeeting(kim, { operationId }),
  },
  {
    ...{ ...meeting, field: 'subject', limit: 250 },
    send: ({ alex }, subject) => alex.commands['conversations.startMeeting']({ subject }),
  },
];

const named = ({ page, operation, field, limit, hostedOnly }: Omit<Row, 'path' | 'send'>): string =>
  `${page}: ${operation} ${field} ${limit}${hostedOnly === true ? ', hosted' : ''}`;

/** The limits that the catalogue has of an operation. */
function limitsOf(page: Page, { query, body, resource: operation }: Operation): readonly string[] {
  return Object.entries({ ...query, ...body }).flatMap(([field, { maxLength: limit, hosted }]) => {
    if (limit === undefined) return [];
    return named({ page, operation, field, limit, ...(hosted === 'only' && { hostedOnly: true }) });
  });
}

/** What somebody who was refused is told of the field. */
function refusedField(error: unknown): { readonly field: string; readonly limit: number } {
  if (error instanceof CommandFailure && error.error.code === 'field-limit') {
    const { field = '', limit } = error.error.values;
    return { field, limit: Number(limit) };
  }
  if (error instanceof UcwaError && error.field?.rule === 'maxLength')
    return { field: error.field.name, limit: error.field.limit ?? 0 };
  throw error;
}

it('no limit of the five pages is left out', () => {
  const published = pages.flatMap((page) => [
    ...Object.entries(factsOf(page).maxLengths ?? {}).map(([field, limit]) =>
      named({ page, operation: page, field, limit }),
    ),
    ...operationsOf(page).flatMap((operation) => limitsOf(page, operation)),
  ]);
  expect(rows.map(named).sort()).toEqual(published.sort());
});

describe.each(dialects)('in the dialect %s', (dialect: DialectName) => {
  let stage: LimitStage;
  beforeAll(async () => {
    stage = await LimitStage.open(dialect);
  });
  afterAll(() => stage.close());

  const here = rows.filter(({ hostedOnly }) => hostedOnly !== true || dialect === 'hosted');
  it.each(here.map((row) => [named(row), row] as const))(
    '%s: the longest is taken, one more is refused by name and never sent',
    async (_name, { field, limit, path, send, value = (length) => 'x'.repeat(length) }) => {
      const sent = () => stage.posts().filter((record) => path.test(record.path));
      await send(stage, value(limit + 1)).then(
        () => expect.unreachable(),
        (error: unknown) => expect(refusedField(error)).toEqual({ field, limit }),
      );
      const before = sent().length;
      const taken = stage.sandbox.control.waitForRequest((request) => path.test(request.path));
      await send(stage, value(limit));
      expect(Math.floor((await taken).status / 100)).toBe(2);
      // Whatever had been sent would be there by now, and refused.
      const statuses = sent().map(({ status }) => Math.floor(status / 100));
      expect(new Set(statuses)).toEqual(new Set([2]));
      expect(sent().length).toBeGreaterThan(before);
    },
  );
});
