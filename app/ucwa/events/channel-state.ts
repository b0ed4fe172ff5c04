/** Where the event channel stands. */
export type ChannelState =
  | 'idle'
  /** A P-GET is on its way or hanging. */
  | 'polling'
  /** The last P-GET failed; the next attempt has its time. */
  | 'waiting'
  /** The server lost the application; it is being made anew. */
  | 'recreating'
  /** Making it anew failed; the next attempt has its time. */
  | 'waiting-to-recreate'
  | 'stopped'
  | 'ended';

export type ChannelInput =
  | 'start'
  | 'body'
  | 'failure'
  | 'due'
  | 'application-lost'
  | 'recreated'
  | 'stop'
  | 'end';

const leave = { stop: 'stopped', end: 'ended' } as const;

const table: Readonly<Record<ChannelState, Readonly<Partial<Record<ChannelInput, ChannelState>>>>> =
  {
    idle: { start: 'polling', ...leave },
    polling: {
      body: 'polling',
      failure: 'waiting',
      'application-lost': 'recreating',
      ...leave,
    },
    waiting: { due: 'polling', 'application-lost': 'recreating', ...leave },
    recreating: { recreated: 'polling', failure: 'waiting-to-recreate', ...leave },
    'waiting-to-recreate': { due: 'recreating', ...leave },
    stopped: {},
    ended: {},
  };

/** The state after `input`; null when the input means nothing in this state and is to be ignored. */
export function nextState(state: ChannelState, input: ChannelInput): ChannelState | null {
  return table[state][input] ?? null;
}
