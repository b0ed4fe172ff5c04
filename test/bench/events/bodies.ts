/** A busy day: many colleagues, and every kind of event that Parley takes notice of. */
export const contactCount = 200;

const bodyCount = 20;
const availabilities = ['Online', 'Busy', 'Away', 'BeRightBack', 'DoNotDisturb'] as const;
/** Where the number of the next body goes. */
const nextPlace = '@NEXT@';

const target = (rel: string, href: string, more: object = {}) => ({ rel, href, ...more });

const presence = (origin: string, round: number, index: number) => {
  const number = (round * 37 + index * 7) % contactCount;
  const href = `${origin}/app/people/${number}/presence`;
  return {
    link: target('contactPresence', href),
    in: target('contact', `${origin}/app/people/${number}`),
    type: 'updated',
    _embedded: {
      contactPresence: {
        rel: 'contactPresence',
        availability: availabilities[(round + index) % availabilities.length],
        activity: index % 3 === 0 ? 'on-the-phone' : undefined,
        _links: { self: { href } },
      },
    },
  };
};

const conversation = (origin: string, round: number, index: number, type: string) => {
  const href = `${origin}/app/communication/conversations/${round}-${index}`;
  return {
    link: target('conversation', href),
    type,
    _embedded: {
      conversation: {
        rel: 'conversation',
        state: 'Connected',
        threadId: `thread-${round}-${index}`,
        subject: 'Budget',
        activeModalities: ['Messaging'],
        _links: { self: { href }, messaging: { href: `${href}/messaging` } },
      },
    },
  };
};

const participant = (origin: string, round: number, index: number) => ({
  link: target('participant', `${origin}/app/c/${round}/participants/${index}`, {
    title: 'Somebody',
  }),
  in: index % 4 === 0 ? target('typingParticipants', `${origin}/app/c/${round}/typing`) : undefined,
  type: index % 2 === 0 ? 'added' : 'updated',
});

const message = (origin: string, round: number, index: number) => {
  const href = `${origin}/app/c/${round}/messages/${index}`;
  const text = encodeURIComponent(`Shall we meet at ${index}?\r\n`);
  return {
    link: target('message', href),
    type: 'completed',
    status: 'Success',
    _embedded: {
      message: {
        rel: 'message',
        direction: 'Incoming',
        _links: { self: { href }, plainMessage: { href: `data:text/plain;charset=utf-8,${text}` } },
      },
    },
  };
};

/** A call that rings and is given up: two events. */
const call = (origin: string, round: number, index: number) => {
  const href = `${origin}/app/communication/audioVideoInvitations/${round}-${index}`;
  const invitation = {
    rel: 'audioVideoInvitation',
    direction: 'Incoming',
    importance: 'Normal',
    state: 'Connecting',
    subject: '',
    _links: {
      self: { href },
      from: { href: `${origin}/app/people/${index}`, title: 'Somebody' },
      mediaOffer: { href: `data:application/sdp;base64,${'djE9MA0Kbz0tIDAg'.repeat(40)}` },
      acceptWithAnswer: { href: `${href}/accept` },
      decline: { href: `${href}/decline` },
    },
  };
  const reason = { code: 'RemoteFailure', subcode: 'Canceled' };
  return [
    {
      link: target('audioVideoInvitation', href),
      type: 'started',
      _embedded: { audioVideoInvitation: invitation },
    },
    { link: target('audioVideoInvitation', href), type: 'completed', status: 'Failure', reason },
  ];
};

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function body(origin: string, round: number): { readonly text: string; readonly events: number } {
  const people = many(40, (index) => presence(origin, round, index));
  const communication = [
    ...many(10, (index) => conversation(origin, round, index, 'added')),
    ...many(10, (index) => conversation(origin, round, index, 'deleted')),
    ...many(5, (index) => call(origin, round, index)).flat(),
  ];
  const chat = [
    ...many(20, (index) => participant(origin, round, index)),
    ...many(10, (index) => message(origin, round, index)),
  ];
  const sender = [
    { ...target('people', `${origin}/app/people`), events: people },
    { ...target('communication', `${origin}/app/communication`), events: communication },
    { ...target('conversation', `${origin}/app/c/${round}`), events: chat },
  ];
  const next = { href: `${origin}/app/events?ack=${nextPlace}` };
  return {
    text: JSON.stringify({ _links: { next }, sender }),
    events: people.length + communication.length + chat.length,
  };
}

/** Bodies of the event channel that are made once and given over and over. */
export function eventBodies(origin: string) {
  const bodies = many(bodyCount, (round) => body(origin, round));
  let given = 0;
  return {
    eventsEach: bodies[0]?.events ?? 0,
    bytesEach: bodies[0]?.text.length ?? 0,
    /** @param ack where the body leads to */
    next: (ack: number): string => {
      const { text = '' } = bodies[given % bodyCount] ?? {};
      given += 1;
      return text.replace(nextPlace, String(ack));
    },
  };
}
