import type { Conversation } from '../../app/domain/conversation.ts';
import { demoUser, expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

/** Three programs with sound and picture take their time on a busy machine. */
const patience = { timeout: 40_000 };
const fullNames = { alex: 'Alex Rivera', sam: 'Sam Okafor', kim: 'Kim Lindqvist' } as const;

type Name = keyof typeof fullNames;
type People = Readonly<Record<Name, ParleyApp>>;

test.use({ sandboxOptions: { askedWaitInLobby: true } });

/** The conversation that somebody takes part in, or is asked into. */
const conversationOf = ({ page }: ParleyApp): Promise<Conversation | null> =>
  page.evaluate(async () => {
    const reply = await window.parley.invoke('state.snapshot', undefined);
    const all = reply.ok ? Object.values(reply.value.state.conversations) : [];
    return all.find(({ state }) => state !== 'Ended') ?? null;
  });

/** The conversation as soon as it is as a test wants it. */
async function conversationWhen(
  app: ParleyApp,
  fits: (conversation: Conversation) => boolean,
): Promise<Conversation> {
  let found: Conversation | null = null;
  await expect
    .poll(async () => {
      found = await conversationOf(app);
      return found !== null && fits(found);
    }, patience)
    .toBe(true);
  if (found === null) throw new Error('There is no conversation');
  return found;
}

const expectRoster = async (app: ParleyApp, names: readonly Name[]): Promise<void> => {
  await expect
    .poll(async () => {
      const participants = (await conversationOf(app))?.participants ?? [];
      return participants.map(({ person }) => person.name).sort();
    }, patience)
    .toEqual(names.map((name) => fullNames[name]).sort());
};

/** Sound and picture keep arriving, as the call's details show. */
async function expectToHearAndSee({ page }: ParleyApp): Promise<void> {
  const statistics = page.getByTestId('media-stats');
  const open = page.getByRole('button', { name: 'Call details' });
  await expect(statistics.or(open).first()).toBeVisible(patience);
  if (!(await statistics.isVisible())) await open.click();
  for (const kind of ['audio', 'video']) {
    const received = async () =>
      Number(await statistics.getAttribute(`data-${kind}-packets-received`));
    const before = await received();
    await expect.poll(received, patience).toBeGreaterThan(before + 5);
  }
}

/** How somebody is called and asked in: by name where there is a contact list, else by address. */
type Naming = (name: Name) => string;

/** Alex calls Sam with video and asks Kim in, who is let in from the lobby. */
async function meet({ alex, sam, kim }: People, named: Naming): Promise<void> {
  await alex.dial(named('sam'), 'audioVideo');
  await sam.answer();
  await expectToHearAndSee(alex);
  await expectToHearAndSee(sam);

  const { id } = await conversationWhen(alex, ({ can }) => can.addParticipant);
  const asked = await alex.page.evaluate(
    (payload) => window.parley.invoke('conversations.addParticipants', payload),
    { conversationId: id, to: [named('kim')] },
  );
  expect(asked).toEqual({ ok: true, value: { refused: [] } });
  const invitation = await conversationWhen(kim, ({ can }) => can.accept);
  await kim.page.evaluate(async (conversationId) => {
    await window.parley.invoke('conversations.accept', { conversationId, join: 'audioVideo' });
  }, invitation.id);
  await conversationWhen(kim, ({ state }) => state === 'InLobby');
  await conversationWhen(alex, ({ lobby }) => lobby.length === 1);
  await expectRoster(alex, ['sam']);
  await alex.page.evaluate(
    (conversationId) =>
      window.parley.invoke('conversations.admit', { conversationId, participantId: null }),
    id,
  );
  await conversationWhen(kim, ({ state }) => state === 'Conferenced');
  await expectRoster(alex, ['sam', 'kim']);
  await expectRoster(sam, ['alex', 'kim']);
  await expectRoster(kim, ['alex', 'sam']);
  for (const app of [alex, sam, kim]) await expectToHearAndSee(app);
  await expect(alex.callWith(fullNames.sam)).toBeVisible();
}

const hangUp = ({ page }: ParleyApp) => page.getByRole('button', { name: 'Hang up' }).click();

/** The history has one line, of a call that was answered. */
async function expectHistory(app: ParleyApp, who: Name, direction: string): Promise<void> {
  const recents = await app.openRecents();
  await expect(recents).toHaveCount(1);
  await expect(recents.first()).toContainText(fullNames[who]);
  await expect(recents.first()).toContainText(new RegExp(`${direction}.*Duration \\d+:\\d\\d`));
}

/** Alex mutes Sam, who is told and takes it back. */
async function muteSam({ alex, sam }: People): Promise<void> {
  const { id, participants } = await conversationWhen(alex, (it) =>
    it.participants.some(({ can, person }) => person.name === fullNames.sam && can.mute),
  );
  const muted = participants.find(({ person }) => person.name === fullNames.sam);
  await alex.page.evaluate(
    (payload) => window.parley.invoke('conversations.muteParticipant', payload),
    { conversationId: id, participantId: muted?.id ?? '', muted: true },
  );
  await expect(sam.page.getByText('The meeting muted you')).toBeVisible(patience);
  const unmute = sam.page.getByRole('button', { name: 'Unmute', exact: true });
  await expect(unmute).toBeVisible();
  await unmute.click();
  await expect(sam.page.getByText('The meeting muted you')).toBeHidden(patience);
}

/** The pictures of both others are seen, each under its name. */
async function expectToSee({ page }: ParleyApp, names: readonly Name[]): Promise<void> {
  for (const name of names) {
    const picture = page.getByLabel(`Picture of ${fullNames[name]}`, { exact: true });
    await expect
      .poll(
        () =>
          picture.evaluateAll((videos) =>
            videos.some((video) => video instanceof HTMLVideoElement && video.videoWidth > 32),
          ),
        patience,
      )
      .toBe(true);
  }
}

/** Everybody leaves, one after the other. */
async function goHome({ alex, sam, kim }: People): Promise<void> {
  await hangUp(kim);
  await expectRoster(alex, ['sam']);
  await expectRoster(sam, ['alex']);
  await expectToHearAndSee(alex);
  await hangUp(alex);
  await expectRoster(sam, []);
  await hangUp(sam);
  await expectHistory(alex, 'sam', 'Outgoing');
  await expectHistory(sam, 'alex', 'Incoming');
  await expectHistory(kim, 'alex', 'Incoming');
}

async function enter(launch: () => Promise<ParleyApp>, discoveryUrl: string): Promise<People> {
  const start = async (name: Name): Promise<ParleyApp> => {
    const app = await launch();
    await app.signIn(demoUser(name), discoveryUrl);
    return app;
  };
  return { alex: await start('alex'), sam: await start('sam'), kim: await start('kim') };
}

test.beforeEach(() => test.setTimeout(240_000));

test('a call grows into a meeting of three, and everybody leaves', async ({ launch, sandbox }) => {
  const people = await enter(launch, sandbox.discoveryUrl);
  await meet(people, (name) => fullNames[name]);
  await expectToSee(people.alex, ['sam', 'kim']);
  await expectToSee(people.sam, ['alex', 'kim']);
  await expectToSee(people.kim, ['alex', 'sam']);
  await muteSam(people);
  await goHome(people);
});

test('the same in the dialect of the hosted service', async ({ launch, sandbox }) => {
  const people = await enter(launch, sandbox.hostedDiscoveryUrl);
  await meet(people, (name) => `${name}@parley.test`);
  await goHome(people);
});

test('the same with one connection dropping for 20 s in the middle', async ({
  launch,
  sandbox,
}) => {
  const people = await enter(launch, sandbox.discoveryUrl);
  const { alex, sam, kim } = people;
  await meet(people, (name) => fullNames[name]);
  const lost = alex.page.getByText('Connection lost');
  sandbox.control.setCutOff('alex@parley.test', true);
  const dropped = new Promise((resolve) => setTimeout(resolve, 20_000));
  await expect(lost).toBeVisible(patience);
  await expectToHearAndSee(alex);
  await hangUp(kim);
  await expectRoster(sam, ['alex']);
  await dropped;
  sandbox.control.setCutOff('alex@parley.test', false);
  await expect(lost).toBeHidden({ timeout: 60_000 });
  await expectRoster(alex, ['sam']);
  await expectToHearAndSee(alex);
  await expectToHearAndSee(sam);
  await hangUp(alex);
  await expectRoster(sam, []);
  await hangUp(sam);
  await expectHistory(alex, 'sam', 'Outgoing');
  await expectHistory(kim, 'alex', 'Incoming');
});
