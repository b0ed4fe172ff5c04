import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../../app/domain/call.ts';
import { allOperations, documentedErrors } from '../../../app/ucwa/catalogue/operation.ts';
import { outcomeText } from '../../../renderer/features/calls/outcome-text.ts';
import { standIn } from '../../../renderer/features/conversations/conversation-words.ts';
import type { Communicator } from '../services/support/communicator.ts';
import { startMeeting, when, whenAny } from '../services/support/meeting-guests.ts';
import { Stage } from '../services/support/stage.ts';
import { type DialectName, dialects, discoveryUrlOf } from './support/dialects.ts';
import { type Page, pages } from './support/pages.ts';

/** An error of a page: how the built-in server errs so, and what the user reads of it. */
interface Row {
  readonly page: Page;
  /** As the catalogue writes it, after the method. */
  readonly error: string;
  readonly fault: string;
  readonly says: string;
}

const samUri = 'sip:sam@parley.test';

/** Errors of every operation that starts something, with their faults. */
const starting = {
  'POST 500 ServiceFailure/CallbackChannelError': 'callback-channel-error',
  'POST 409 Conflict/AlreadyExists': 'already-exists',
  'POST 409 Conflict/TooManyGroups': 'too-many-groups',
  'POST 409 Conflict': 'conflict',
  'POST 410 Gone/CannotRedirect': 'cannot-redirect',
} as const;

const startRows = (
  page: Page,
  says: Readonly<Record<keyof typeof starting, string>>,
): readonly Row[] =>
  Object.entries(says).map(([error, said]) => {
    const fault = Object.entries(starting).find(([key]) => key === error)?.[1] ?? '';
    return { page, error, fault, says: said };
  });

/** What a read invitation does to a call that rings: it is over, or goes on ringing. */
const over = 'outcome.missed';
const rings = 'still rings';

const rows: readonly Row[] = [
  ...startRows('startAudioVideo', {
    'POST 500 ServiceFailure/CallbackChannelError': 'outcome.failed.server',
    'POST 409 Conflict/AlreadyExists': 'outcome.failed.already-there',
    'POST 409 Conflict/TooManyGroups': 'outcome.failed.too-many-groups',
    'POST 409 Conflict': 'outcome.failed.not-supported',
    'POST 410 Gone/CannotRedirect': 'outcome.failed.no-server',
  }),
  ...startRows('addParticipant', {
    'POST 500 ServiceFailure/CallbackChannelError': 'error.busyServer',
    'POST 409 Conflict/AlreadyExists': 'error.alreadyThere',
    'POST 409 Conflict/TooManyGroups': 'serverError.TooManyGroups',
    'POST 409 Conflict': 'error.notSupported',
    'POST 410 Gone/CannotRedirect': 'serverError.CannotRedirect',
  }),
  ...startRows('startOnlineMeeting', {
    'POST 500 ServiceFailure/CallbackChannelError': 'conversations.end.serverFault',
    'POST 409 Conflict/AlreadyExists': 'conversations.end.alreadyThere',
    'POST 409 Conflict/TooManyGroups': 'conversations.end.tooManyGroups',
    'POST 409 Conflict': 'conversations.end.notSupported',
    'POST 410 Gone/CannotRedirect': 'conversations.end.noServer',
  }),
  ...(
    [
      ['GET 400 BadRequest', 'bad-request', rings],
      ['GET 400 BadRequest/ParameterValidationFailure', 'parameter-validation-failure', rings],
      ['GET 404 NotFound', 'not-found', over],
      ['GET 409 Conflict', 'conflict', rings],
      ['GET 409 Conflict/AlreadyExists', 'already-exists', rings],
      ['GET 409 Conflict/TooManyGroups', 'too-many-groups', rings],
      ['GET 410 Gone', 'gone', over],
      ['GET 410 Gone/CannotRedirect', 'cannot-redirect', over],
      ['GET 500 ServiceFailure/InvalidExchangeServerVersion', 'invalid-exchange-version', rings],
    ] as const
  ).map(([error, fault, says]) => ({ page: 'audioVideoInvitation', error, fault, says }) as const),
];

it('no error of the five pages is left out', () => {
  const published = pages.flatMap((page) =>
    allOperations()
      .filter(({ resource }) => resource === page)
      .flatMap((operation) =>
        documentedErrors(operation).map(({ status, code, subcode }) => {
          const named = subcode === null ? code : `${code}/${subcode}`;
          return `${page} ${operation.method} ${status} ${named}`;
        }),
      ),
  );
  expect(rows.map(({ page, error }) => `${page} ${error}`).sort()).toEqual(published.sort());
});

describe.each(dialects)('in the dialect %s', (dialect: DialectName) => {
  let stage: Stage;
  let alex: Communicator;
  let sam: Communicator;
  let meetingId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const discoveryUrl = discoveryUrlOf(stage.sandbox, dialect);
    [alex, sam] = await Promise.all([
      stage.enter('alex@parley.test', { discoveryUrl }),
      stage.enter('sam@parley.test', { discoveryUrl }),
    ]);
    meetingId = await startMeeting(alex);
  });
  afterAll(() => stage.close());

  /** Errs in this way at one kind of request, while something is done. @returns what came of it */
  async function erring<Result>(
    { fault, error }: Row,
    path: RegExp,
    act: () => Promise<Result>,
  ): Promise<Result> {
    const [method = '', status] = error.split(' ');
    const on = { method, path };
    const stop = stage.sandbox.control.fault(fault, { on });
    const refused = stage.sandbox.control.waitForRequest(
      (request) => request.method === method && request.status === Number(status),
    );
    try {
      const result = await act();
      await refused;
      return result;
    } finally {
      stop();
    }
  }

  /** The one who is called is asked, and declines; both are told. */
  async function callsGoOn(): Promise<void> {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await sam.commands['calls.decline']({ callId: id, scope: 'Global' });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
    expect([alex.state.calls, sam.state.calls].map(ongoing)).toEqual([[], []]);
  }

  const drivers: Readonly<Record<Page, (row: Row) => Promise<string | undefined>>> = {
    async startAudioVideo(row) {
      const outcome = await erring(row, /\/audioVideoInvitations$/, async () => {
        const callId = await alex.call(samUri, { modality: 'audioVideo' });
        return alex.recent(callId);
      });
      expect(Object.values(sam.state.calls)).toEqual([]);
      expect(alex.media.openCalls).toEqual([]);
      await callsGoOn();
      return outcomeText(outcome).key;
    },

    async addParticipant(row) {
      const ask = () =>
        alex.commands['conversations.addParticipants']({ conversationId: meetingId, to: [samUri] });
      const { refused } = await erring(row, /\/participantInvitations$/, ask);
      const refusing = alex.state.conversations[meetingId];
      expect(refusing?.state).toBe('Conferenced');
      expect(refusing?.invited.filter(({ outcome }) => outcome === null)).toEqual([]);
      expect(await ask()).toEqual({ refused: [] });
      // The server's own reason to say that there is such a one already.
      expect((await ask()).refused[0]?.error.messageKey).toBe('error.alreadyThere');
      const { id } = await whenAny(sam, ({ can }) => can.accept);
      await sam.commands['conversations.decline']({ conversationId: id });
      const settled = await when(alex, meetingId, ({ invited }) => invited.at(-1)?.outcome);
      expect(settled.invited.at(-1)?.outcome).toEqual({ kind: 'declined' });
      return refused[0]?.error.messageKey;
    },

    async startOnlineMeeting(row) {
      const path = /\/(?:onlineMeetingInvitations|adhocMeetings)$/;
      const ended = await erring(row, path, async () => {
        const { conversationId } = await alex.commands['conversations.startMeeting']({});
        return when(alex, conversationId, ({ state }) => state === 'Ended');
      });
      const { id: conversationId } = ended;
      await alex.commands['conversations.retry']({ conversationId });
      await when(alex, conversationId, ({ state }) => state === 'Conferenced');
      await alex.commands['conversations.leave']({ conversationId });
      return standIn(ended, null)?.title.key;
    },

    async audioVideoInvitation(row) {
      const outgoing = await alex.call(samUri);
      const { id: callId } = await sam.ringing();
      const isOver = await erring(row, /\/audioVideoInvitations\/\w+$/, async () => {
        const read = stage.sandbox.control.waitForRequest(({ path, userUri, method }) => {
          return method === 'GET' && userUri === samUri && /Invitations\/\w+$/.test(path);
        });
        stage.sandbox.control.sendResync(samUri.slice('sip:'.length));
        await read;
        return row.says === over && sam.recent(callId);
      });
      if (isOver !== false) {
        await alex.commands['calls.cancel']({ callId: outgoing });
        await alex.recent(outgoing);
        await callsGoOn();
        return outcomeText(isOver).key;
      }
      await sam.commands['calls.answer']({ callId, modality: 'audio' });
      await alex.inPhase(outgoing, 'connected');
      await alex.commands['calls.hangUp']({ callId: outgoing });
      await sam.recent(callId);
      return rings;
    },
  };

  it.each(rows.map((row) => [row.page, row.error, row] as const))(
    '%s, %s: the user reads why, and everything goes on',
    async (page, _error, row) => {
      expect(await drivers[page](row)).toBe(row.says);
    },
  );
});

const ongoing = (calls: Readonly<Record<string, Call>>): readonly string[] =>
  Object.values(calls)
    .filter(({ phase }) => phase !== 'ended')
    .map(({ id }) => id);
