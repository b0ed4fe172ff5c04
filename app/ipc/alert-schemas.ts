import { z } from 'zod';
import {
  type AlertChange,
  alertKinds,
  notificationStays,
  ringWindowRules,
} from '../domain/alert-matrix.ts';
import { ringTones } from '../domain/alert-plan.ts';
import { type AlertSettings, escalationSeconds } from '../domain/alert-settings.ts';
import { importances } from '../domain/importance.ts';

const change = z.object({
  kind: z.enum(alertKinds),
  importance: z.enum(importances),
  notification: z.enum(notificationStays),
  tone: z.enum(['none', ...ringTones]),
  repeat: z.boolean(),
  ringWindow: z.enum(ringWindowRules),
  flash: z.boolean(),
  throughDoNotDisturb: z.boolean(),
  throughDesktop: z.boolean(),
  acknowledge: z.boolean(),
}) satisfies z.ZodType<AlertChange>;

/** The user's rules of how Parley alerts, as pages send them and as they are stored. */
export const alertSettingsSchema = z.object({
  changes: z
    .array(change)
    .max(alertKinds.length * importances.length)
    .readonly(),
  escalation: z.object({
    afterSeconds: z.number().int().min(escalationSeconds.least).max(escalationSeconds.most),
    person: z.object({ uri: z.string().max(1024), name: z.string().max(320) }).nullable(),
    by: z.enum(['call', 'message']),
  }),
  textOnLockedScreen: z.boolean(),
}) satisfies z.ZodType<AlertSettings>;

/** Commands about how Parley alerts. */
export const alertSchemas = {
  /** Leaves the user alone for a while, but for what passes Do Not Disturb. */
  'alerts.pause': z.object({ minutes: z.number().int().min(1).max(1440) }),
  'alerts.resume': z.object({}),
  /** "I saw it". */
  'alerts.acknowledge': z.object({ alertId: z.string().min(1).max(80) }),
  /** Shows one cell of the matrix as it would alert; it ends by itself. */
  'alerts.try': z.object({ kind: z.enum(alertKinds), importance: z.enum(importances) }),
  'alerts.endTrial': z.undefined(),
  /** The user looked at what they missed. */
  'alerts.missedSeen': z.undefined(),
} as const;
