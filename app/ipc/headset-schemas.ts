import { z } from 'zod';

const headsetPress = z.enum(['answer', 'hangUp', 'mute']);

/** What a button of the headset asks for. */
export type HeadsetPress = z.output<typeof headsetPress>;

/** Commands of the window that reads the headset. */
export const headsetSchemas = {
  'headset.press': z.object({ press: headsetPress }),
} as const;

const id = z.number().int().nonnegative().max(0xffff);

/** The headset whose buttons are read: as USB names it. */
export const headsetDevice = z
  .object({ vendorId: id, productId: id, name: z.string().max(256) })
  .nullable();
