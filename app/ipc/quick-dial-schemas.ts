import { z } from 'zod';

/** What the main window shows when the quick dial is done: all but what the user came from. */
export const quickDialResult = z.discriminatedUnion('to', [
  z.object({ to: z.literal('mainWindow') }),
  z.object({ to: z.literal('call'), callId: z.string().min(1).max(64) }),
  z.object({ to: z.literal('chat'), conversationId: z.string().min(1).max(64) }),
  z.object({
    to: z.literal('meeting'),
    conversationId: z.string().min(1).max(64),
    /** Who is asked in as soon as there is a meeting. */
    invite: z.string().min(1).max(1024),
  }),
  /** An emergency number was dialled; the user has to confirm it. */
  z.object({ to: z.literal('emergency'), number: z.string().min(1).max(1024) }),
]);

export type QuickDialResult = z.output<typeof quickDialResult>;

/** Commands of the quick dial window. */
export const quickDialSchemas = {
  /** Its page listens from now on. */
  'quickDial.ready': z.undefined(),
  /** It is on the screen after it was opened. */
  'quickDial.painted': z.undefined(),
  /** It is not wanted any more: the keyboard goes back to whoever had it. */
  'quickDial.close': z.undefined(),
  'quickDial.finish': quickDialResult,
} as const;
