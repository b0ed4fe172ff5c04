import type { SandboxUser } from '../user.ts';

export const phoneTypes = ['work', 'mobile', 'home', 'other'] as const;
export type PhoneType = (typeof phoneTypes)[number];

/** One of a user's numbers; an empty place is there too, to be filled. */
export interface Phone {
  readonly type: PhoneType;
  /** The directory's number, which the user cannot change. */
  readonly isFixed: boolean;
  /** `tel:` URI. */
  number: string | undefined;
  includeInContactCard: boolean;
}

/** The numbers a user starts with. The work number is the directory's. */
export function initialPhones(user: SandboxUser): ReadonlyMap<PhoneType, Phone> {
  const numbers = {
    work: user.workPhoneNumber,
    mobile: user.mobilePhoneNumber,
    home: user.homePhoneNumber,
    other: user.otherPhoneNumber,
  };
  return new Map(
    phoneTypes.map((type) => [
      type,
      { type, isFixed: type === 'work', number: numbers[type], includeInContactCard: true },
    ]),
  );
}

/** The normal form of a number as typed; undefined when it is none. */
export function normalizedNumber(typed: string): string | undefined {
  const bare = typed.trim().replace(/^tel:/i, '');
  const [number = '', ...parameters] = bare.split(';');
  const digits = number.replace(/[\s().-]/g, '');
  if (!/^\+?\d{2,20}$/.test(digits)) return undefined;
  return [`tel:${digits}`, ...parameters].join(';');
}
