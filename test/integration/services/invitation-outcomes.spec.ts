import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { createTranslator } from '../../../app/i18n/translator.ts';
import { toCommandError } from '../../../app/services/command-failure.ts';
import { demoUsers } from '../../../main/sandbox/index.ts';
import { resolveOptions } from '../../../main/sandbox/options.ts';
import { outcomeText } from '../../../renderer/features/calls/outcome-text.ts';
import {
  conversationState,
  invitedState,
  standIn,
  type Words,
} from '../../../renderer/features/conversations/conversation-words.ts';
import { type DialectName, dialects, discoveryUrlOf } from '../pages/support/dialects.ts';
import type { Communicator } from './support/communicator.ts';
import {
  bring,
  join,
  scheduledMeeting,
  seen,
  startMeeting,
  when,
  whenAny,
} from './support/meeting-guests.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';
const kimUri = 'sip:kim@parley.test';
const nobodyUri = 'sip:nobody@parley.test';
const danaUri = 'sip:dana@parley.test';

/** Kim answers for Sam. */
const users = demoUsers.map((user) =>
  user.uri === samUri ? { ...user, delegates: ['sip:kim@parley.test'] } : user,
);

const english = createTranslator('en');
const said = ({ key, values }: Words): string => english.translate(key, values);

/** What the screen of a conversation says and advises. */
const screenOf = (conversation: Conversation): readonly string[] => {
  const screen = standIn(conversation, null);
  return screen === null ? [] : [said(screen.title), said(screen.advice)];
};
const lineOf = (conversation: Conversation): string =>
  said(conversationState(conversation, undefined));
const isOver = ({ state }: Conversation): boolean => state === 'Ended';

it('an invitation is unanswered after 30 seconds, a lobby is left after 15 minutes', () => {
  const { invitationTimeoutMs, lobbyTimeoutMs } = resolveOptions({});
  expect([invitationTimeoutMs, lobbyTimeoutMs]).toEqual([30_000, 900_000]);
});

describe.each(dialects)(
  'what becomes of invitations, in the dialect %s',
  (dialect: DialectName) => {
    let stage: Stage;
    let alex: Communicator;
    let sam: Communicator;
    let kim: Communicator;

    beforeAll(async () => {
      stage = await Stage.open({ users, invitationTimeoutMs: 400 });
      const discoveryUrl = discoveryUrlOf(stage.sandbox, dialect);
      const enter = (name: string) => stage.enter(`${name}@parley.test`, { discoveryUrl });
      [alex, sam, kim] = await Promise.all([enter('alex'), enter('sam'), enter('kim')]);
    });
    afterAll(() => stage.close());

    /** No screen is left behind: nothing rings, nobody talks, nobody is asked any more. */
    afterEach(async () => {
      for (const who of [alex, sam, kim]) {
        const ringing = Object.values(who.state.calls).filter(({ phase }) => phase !== 'ended');
        const asked = Object.values(who.state.conversations).filter(({ can }) => can.accept);
        expect([...ringing, ...asked]).toEqual([]);
        expect(who.media.openCalls).toEqual([]);
        for (const { id } of Object.values(who.state.calls))
          await who.commands['calls.dismiss']({ callId: id });
        for (const { id, state } of Object.values(who.state.conversations)) {
          if (state !== 'Ended') await who.commands['conversations.leave']({ conversationId: id });
          await who.until(
            ({ conversations: { [id]: left } }) => left === undefined || isOver(left),
          );
          await who.commands['conversations.dismiss']({ conversationId: id });
        }
        // What came only with a call goes with it, as soon as its last event is told.
        await who.until(({ conversations }) => Object.keys(conversations).length === 0);
      }
    });

    describe('to a call', () => {
      const history = async (who: Communicator, callId: string): Promise<string> =>
        said(outcomeText(await who.recent(callId)));

      async function ring() {
        const outgoing = await alex.call(samUri);
        const { id: incoming } = await sam.ringing();
        return { outgoing, incoming };
      }

      const expectWords = async (
        { outgoing, incoming }: { readonly outgoing: string; readonly incoming: string },
        caller: string,
        callee: string,
      ) => {
        const words = [await history(alex, outgoing), await history(sam, incoming)];
        expect(words).toEqual([caller, callee]);
      };

      it('accepted', async () => {
        const ids = await ring();
        await sam.commands['calls.answer']({ callId: ids.incoming, modality: 'audio' });
        await alex.inPhase(ids.outgoing, 'connected');
        await sam.inPhase(ids.incoming, 'connected');
        await alex.commands['calls.hangUp']({ callId: ids.outgoing });
        await expectWords(ids, 'Call ended', 'Call ended');
      });

      it('declined', async () => {
        const ids = await ring();
        await sam.commands['calls.decline']({ callId: ids.incoming, scope: 'Global' });
        await expectWords(ids, 'Sam Okafor declined', 'You declined');
      });

      it('unanswered', async () => {
        await expectWords(await ring(), 'No answer', 'Missed call');
      });

      it('cancelled', async () => {
        const ids = await ring();
        await alex.commands['calls.cancel']({ callId: ids.outgoing });
        await expectWords(ids, 'You cancelled', 'Missed call');
      });

      it('taken by a delegate, and forwarded to one', async () => {
        const { control } = stage.sandbox;
        control.forwardCalls('sam@parley.test', 'Delegates', 'along');
        const ids = await ring();
        const { id: taken } = await kim.ringing();
        await kim.commands['calls.answer']({ callId: taken, modality: 'audio' });
        await alex.inPhase(ids.outgoing, 'connected');
        await kim.inPhase(taken, 'connected');
        expect(alex.state.calls[ids.outgoing]?.remote.name).toBe('Kim Lindqvist');
        await alex.commands['calls.hangUp']({ callId: ids.outgoing });
        await kim.recent(taken);
        await expectWords(ids, 'Call ended', 'Answered by Kim Lindqvist');

        control.forwardCalls('sam@parley.test', 'Delegates', 'immediate');
        const outgoing = await alex.call(samUri);
        const forwarded = await kim.ringing();
        expect(forwarded.invitation?.forwardedBy?.name).toBe('Sam Okafor');
        expect(Object.values(sam.state.calls).filter(({ phase }) => phase !== 'ended')).toEqual([]);
        await kim.commands['calls.decline']({ callId: forwarded.id, scope: 'Global' });
        expect(await history(alex, outgoing)).toBe('Sam Okafor declined');
        expect(await history(kim, forwarded.id)).toBe('You declined');
        control.stopForwarding('sam@parley.test');
      });

      it.each([
        ['of somebody who does not exist', nobodyUri, 'This address or number does not exist'],
        ['of somebody offline', danaUri, 'Dana Whitfield is not signed in anywhere'],
      ])('%s', async (_who, to, words) => {
        expect(await history(alex, await alex.call(to))).toBe(words);
      });

      it('of somebody who does not want to be disturbed', async () => {
        stage.sandbox.control.setPresence('sam@parley.test', 'DoNotDisturb');
        expect(await history(alex, await alex.call(samUri))).toBe(
          'Sam Okafor does not want to be disturbed',
        );
        expect(Object.values(sam.state.calls).filter(({ phase }) => phase === 'ringing')).toEqual(
          [],
        );
        stage.sandbox.control.setPresence('sam@parley.test', 'Online');
      });
    });

    describe('to a chat', () => {
      async function ask(to = samUri): Promise<string> {
        const { conversationId } = await alex.commands['conversations.startChat']({
          ...{ to, message: 'Hello' },
        });
        return conversationId;
      }
      const asked = async () => (await whenAny(sam, ({ can }) => can.accept)).id;
      const expectLines = async (mine: string, theirs: string, words: readonly string[]) => {
        const [one, other] = await Promise.all([
          when(alex, mine, isOver),
          when(sam, theirs, isOver),
        ]);
        expect([lineOf(one), lineOf(other)]).toEqual(words);
      };

      it('accepted, then left', async () => {
        const mine = await ask();
        const theirs = await asked();
        await sam.commands['conversations.accept']({ conversationId: theirs });
        await when(alex, mine, ({ messaging }) => messaging === 'Connected');
        await when(sam, theirs, ({ messaging }) => messaging === 'Connected');
        await alex.commands['conversations.leave']({ conversationId: mine });
        await expectLines(mine, theirs, ['You left', 'The other side left']);
      });

      it('declined', async () => {
        const mine = await ask();
        const theirs = await asked();
        await sam.commands['conversations.decline']({ conversationId: theirs });
        await expectLines(mine, theirs, ['Sam Okafor declined', 'You declined']);
      });

      it('unanswered', async () => {
        const mine = await ask();
        await expectLines(mine, await asked(), ['No answer', 'Missed invitation']);
      });

      it('cancelled', async () => {
        const mine = await ask();
        const theirs = await asked();
        await alex.commands['conversations.leave']({ conversationId: mine });
        await expectLines(mine, theirs, ['You left', 'Missed invitation']);
      });

      it.each([
        ['of somebody who does not exist', nobodyUri, 'This address or number does not exist'],
        ['of somebody offline', danaUri, 'Dana Whitfield is not signed in anywhere'],
      ])('%s', async (_who, to, words) => {
        expect(lineOf(await when(alex, await ask(to), isOver))).toBe(words);
      });

      it('of somebody who does not want to be disturbed', async () => {
        stage.sandbox.control.setPresence('sam@parley.test', 'DoNotDisturb');
        expect(lineOf(await when(alex, await ask(), isOver))).toBe(
          'Sam Okafor does not want to be disturbed',
        );
        stage.sandbox.control.setPresence('sam@parley.test', 'Online');
      });
    });

    describe('into a meeting', () => {
      let meetingId: string;

      async function ask(to = samUri): Promise<void> {
        meetingId = await startMeeting(alex, 'Planning');
        const asking = { conversationId: meetingId, to: [to] };
        expect(await alex.commands['conversations.addParticipants'](asking)).toEqual({
          refused: [],
        });
      }
      const asked = async () => (await whenAny(sam, ({ can }) => can.accept)).id;

      /** What stands below the name of the one who was asked. */
      const underTheName = async (): Promise<readonly string[]> => {
        const { invited } = await when(alex, meetingId, (it) => it.invited.at(-1)?.outcome);
        return invited.map((each) => `${each.person.name}: ${said(invitedState(each))}`);
      };
      const screen = async (theirs: string) => screenOf(await when(sam, theirs, isOver));

      it('accepted', async () => {
        await ask();
        const theirs = await asked();
        await sam.commands['conversations.accept']({ conversationId: theirs });
        await when(sam, theirs, ({ state }) => state === 'Conferenced');
        expect(await underTheName()).toEqual(['Sam Okafor: Came']);
      });

      it('declined', async () => {
        await ask();
        const theirs = await asked();
        await sam.commands['conversations.decline']({ conversationId: theirs });
        expect(await underTheName()).toEqual(['Sam Okafor: Declined']);
        expect(await screen(theirs)).toEqual([
          'You declined',
          'It may go on still: you can join it.',
        ]);
      });

      it('unanswered', async () => {
        await ask();
        const theirs = await asked();
        expect(await underTheName()).toEqual(['Sam Okafor: No answer']);
        expect(await screen(theirs)).toEqual([
          ...['Missed invitation', 'It may go on still: you can join it.'],
        ]);
      });

      it('cancelled, as whoever asked has left', async () => {
        await ask();
        const theirs = await asked();
        await alex.commands['conversations.leave']({ conversationId: meetingId });
        expect((await screen(theirs))[0]).toBe('Missed invitation');
      });

      it.each([
        [
          'of somebody who does not exist',
          nobodyUri,
          'nobody@parley.test: This address or number does not exist',
        ],
        [
          'of somebody offline',
          danaUri,
          'Dana Whitfield: Dana Whitfield is not signed in anywhere',
        ],
      ])('%s', async (_who, to, words) => {
        await ask(to);
        expect(await underTheName()).toEqual([words]);
      });

      it('of somebody who does not want to be disturbed', async () => {
        stage.sandbox.control.setPresence('sam@parley.test', 'DoNotDisturb');
        await ask();
        expect(await underTheName()).toEqual([
          'Sam Okafor: Sam Okafor does not want to be disturbed',
        ]);
        stage.sandbox.control.setPresence('sam@parley.test', 'Online');
      });

      it('who was removed, and whose meeting was ended, read so', async () => {
        const mine = await startMeeting(alex);
        const theirs = await bring(alex, mine, sam, samUri);
        const { participants } = await when(alex, mine, (it) => it.participants[0]?.can.eject);
        const participantId = participants[0]?.id ?? '';
        await alex.commands['conversations.eject']({ conversationId: mine, participantId });
        expect(await screen(theirs)).toEqual([
          'Alex Rivera removed you from the meeting',
          'A presenter did so. Ask them before you join again.',
        ]);
        const again = await bring(alex, mine, sam, samUri);
        await when(alex, mine, ({ can }) => can.end);
        await alex.commands['conversations.end']({ conversationId: mine });
        expect(await screen(again)).toContain('Alex Rivera removed you from the meeting');
      });
    });
  },
);

describe.each(dialects)('a meeting that is full, in the dialect %s', (dialect: DialectName) => {
  let stage: Stage;
  let alex: Communicator;
  let sam: Communicator;
  let kim: Communicator;

  beforeAll(async () => {
    stage = await Stage.open({ limits: { participants: 2 } });
    const discoveryUrl = discoveryUrlOf(stage.sandbox, dialect);
    const enter = (name: string) => stage.enter(`${name}@parley.test`, { discoveryUrl });
    [alex, sam, kim] = await Promise.all([enter('alex'), enter('sam'), enter('kim')]);
  });
  afterAll(() => stage.close());

  const full = [
    'The meeting is full',
    'The server lets no more people in. Try again when somebody has left.',
  ];

  it('says so on both sides, until somebody has left', async () => {
    const mine = await startMeeting(alex);
    const kims = await bring(alex, mine, kim, kimUri);
    await alex.commands['conversations.addParticipants']({ conversationId: mine, to: [samUri] });
    const { id: theirs } = await whenAny(sam, ({ can }) => can.accept);
    await sam.commands['conversations.accept']({ conversationId: theirs });
    const { callId } = await sam.commands['calls.startIn']({
      ...{ conversationId: theirs, modality: 'audio' },
    });
    expect(screenOf(await when(sam, theirs, isOver))).toEqual(full);
    expect(said(outcomeText(await sam.recent(callId)))).toBe('The meeting is full');
    const samAsked = await when(alex, mine, (it) => it.invited.at(-1)?.outcome);
    const lines = samAsked.invited.map(
      (each) => `${each.person.name}: ${said(invitedState(each))}`,
    );
    expect(lines).toEqual(['Kim Lindqvist: Came', 'Sam Okafor: The meeting is full']);
    const second = await join(sam, samAsked.onlineMeetingUri ?? '');
    expect(screenOf(await when(sam, second, isOver))).toEqual(full);
    await kim.commands['conversations.leave']({ conversationId: kims });
    await when(alex, mine, ({ participants }) => participants.length === 0);
    await sam.commands['conversations.retry']({ conversationId: second });
    await when(sam, second, ({ state }) => state === 'Conferenced');
    await sam.commands['conversations.leave']({ conversationId: second });
    await alex.commands['conversations.leave']({ conversationId: mine });
  });

  it('leaves in the lobby who waits there, and tells the leader why', async () => {
    const uri = await scheduledMeeting(alex, 'Locked');
    const mine = await join(alex, uri);
    await when(alex, mine, ({ can }) => can.addParticipant);
    const theirs = await join(sam, uri);
    const { id: participantId } = await seen(alex, mine, 'Sam Okafor', ({ can }) => can.admit);
    await bring(alex, mine, kim, kimUri);
    const admitting = alex.commands['conversations.admit']({ conversationId: mine, participantId });
    const told = await admitting.then(() => null, toCommandError);
    expect(told?.messageKey).toBe('serverError.TooManyParticipants');
    expect(sam.state.conversations[theirs]?.state).toBe('InLobby');
  });
});

describe.each(dialects)('a lobby that nobody opens, in the dialect %s', (dialect: DialectName) => {
  const nobodyCame = [
    'Nobody let you in',
    'Tell the organizer that you are waiting, then try again.',
  ];
  let stage: Stage;
  let alex: Communicator;
  let sam: Communicator;

  beforeAll(async () => {
    stage = await Stage.open({ lobbyTimeoutMs: 250, askedWaitInLobby: true });
    const discoveryUrl = discoveryUrlOf(stage.sandbox, dialect);
    const enter = (name: string) => stage.enter(`${name}@parley.test`, { discoveryUrl });
    [alex, sam] = await Promise.all([enter('alex'), enter('sam')]);
  });
  afterAll(() => stage.close());

  /** Whoever is asked comes as far as the lobby. @returns the id of their conversation */
  async function wait(meetingId: string): Promise<string> {
    const asking = { conversationId: meetingId, to: [samUri] };
    await alex.commands['conversations.addParticipants'](asking);
    const { id } = await whenAny(sam, ({ can }) => can.accept);
    await sam.commands['conversations.accept']({ conversationId: id });
    await seen(alex, meetingId, 'Sam Okafor', ({ can }) => can.admit);
    return id;
  }
  const underTheName = ({ invited }: Conversation): string =>
    invited.slice(-1).map((each) => `${each.person.name}: ${said(invitedState(each))}`)[0] ?? '';

  it('sends home after a while whoever was asked in, and both sides read it', async () => {
    const mine = await startMeeting(alex);
    const theirs = await wait(mine);
    expect(screenOf(await when(sam, theirs, isOver))).toEqual(nobodyCame);
    const left = await when(alex, mine, ({ lobby }) => lobby.length === 0);
    expect(underTheName(left)).toBe('Sam Okafor: Waited in the lobby and was not let in');
    const again = await wait(mine);
    await alex.commands['conversations.admit']({ conversationId: mine, participantId: null });
    await when(sam, again, ({ state }) => state === 'Conferenced');
    const joined = await when(alex, mine, ({ participants }) => participants.length === 1);
    expect(underTheName(joined)).toBe('Sam Okafor: Came');
    await sam.commands['conversations.leave']({ conversationId: again });
    await alex.commands['conversations.leave']({ conversationId: mine });
  });

  it('sends home whoever came by the address; who is turned away reads that', async () => {
    const uri = await scheduledMeeting(alex, 'Locked');
    const mine = await join(alex, uri);
    await when(alex, mine, ({ state }) => state === 'Conferenced');
    const theirs = await join(sam, uri);
    expect(screenOf(await when(sam, theirs, isOver))).toEqual(nobodyCame);
    await when(alex, mine, ({ lobby }) => lobby.length === 0);
    await sam.commands['conversations.retry']({ conversationId: theirs });
    const { id: participantId } = await seen(alex, mine, 'Sam Okafor', ({ can }) => can.reject);
    await alex.commands['conversations.reject']({ conversationId: mine, participantId });
    expect(screenOf(await when(sam, theirs, isOver))).toEqual([
      'You were not let in',
      'A presenter turned you away. Ask the organizer.',
    ]);
  });
});
