import { z } from 'zod';
import { type ShortcutKeys, shortcutNames } from '../domain/shortcuts.ts';

const accelerator = z.string().min(1).max(64).nullable();

export const shortcutKeys = z.strictObject({
  dial: accelerator,
  answer: accelerator,
  decline: accelerator,
  mute: accelerator,
  hold: accelerator,
  hangUp: accelerator,
  raise: accelerator,
}) satisfies z.ZodType<ShortcutKeys>;

/** Commands about shortcuts that work in every program. */
export const shortcutSchemas = {
  /**
   * What they are for from now on: to be used; none, while the user presses new keys; or one alone,
   * which does nothing but tell the window with `shortcutPressed` that it arrived.
   */
  'shortcuts.setMode': z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('use') }),
    z.object({ mode: z.literal('choose') }),
    z.object({ mode: z.literal('prove'), name: z.enum(shortcutNames) }),
  ]),
} as const;

export type ShortcutMode = z.output<(typeof shortcutSchemas)['shortcuts.setMode']>;
