import { UcwaError } from '../ucwa-error.ts';

/** Documented maximum lengths, in characters. */
export const fieldLimits = {
  operationId: 50,
  sessionContext: 50,
  subject: 250,
  processedOfferId: 100,
  culture: 100,
  endpointId: 100,
  userAgent: 100,
  phoneNumber: 100,
} as const;

/** @throws UcwaError 'field-limit' naming the first field that is too long */
export function checkFieldLimits(
  fields: Readonly<Partial<Record<keyof typeof fieldLimits, string | undefined>>>,
): void {
  for (const [name, limit] of Object.entries(fieldLimits)) {
    const value = fields[name as keyof typeof fieldLimits];
    if (value !== undefined && value.length > limit) {
      throw new UcwaError(
        'field-limit',
        `${name} has ${value.length} characters, at most ${limit} are allowed`,
        { advice: 'tell-the-user' },
      );
    }
  }
}
