/** The parts of a conversation. */
export type Part = 'call' | 'chat' | 'people';

/** `main` takes the room, `aside` stands beside it, `hidden` stays as it is out of sight. */
export type Place = 'main' | 'aside' | 'hidden';

export type Layout = Readonly<Record<Part, Place>>;

interface Situation {
  /** There is room for two parts side by side. */
  readonly roomy: boolean;
  /** There is a call, or what stands in its place (the lobby, the end of a meeting). */
  readonly hasCall: boolean;
  readonly isMeeting: boolean;
  /** What the user asked to see; `none` closed what was aside; null: not said. */
  readonly chosen: Part | 'none' | null;
}

/**
 * Where each part of a conversation stands. The call, or else the chat, takes the room; the others
 * are beside it where there is room, and instead of it where there is none.
 */
export function layoutOf({ roomy, hasCall, isMeeting, chosen }: Situation): Layout {
  const main: Part = hasCall ? 'call' : 'chat';
  const hidden: Layout = { call: 'hidden', chat: 'hidden', people: 'hidden' };
  const wished = chosen ?? (roomy && isMeeting ? 'people' : 'none');
  if (wished === 'none' || wished === main || (wished === 'call' && !hasCall)) {
    return { ...hidden, [main]: 'main' };
  }
  return roomy ? { ...hidden, [main]: 'main', [wished]: 'aside' } : { ...hidden, [wished]: 'main' };
}
