/** A type as a parameter's description states it, at its end. */
export interface StatedType {
  /** `string`, `Importance`, `string[]`, …; null for the bytes of a raw body. */
  readonly type: string | null;
  /** The members of the enumeration, as the description lists them. */
  readonly members: readonly string[];
}

const simple: Readonly<Record<string, string>> = {
  String: 'string',
  Boolean: 'boolean',
  Int32: 'number',
  DateTime: 'date',
  // As text: no sample shows how a time span is written.
  TimeSpan: 'string',
  ExternalResource: 'external',
};
const enumeration = /(Array of )?(?:Nullable )?\((\w+)\)(\w+(?:, (?:or )?\w+)*)$/;
const plain =
  /(Array of )?(?:Nullable )?(String|Boolean|Int32|DateTime|TimeSpan|ExternalResource)$/;

/** The type at the end of a description; null when it states none. */
export function statedType(description: string): StatedType | null {
  const text = description.trim();
  if (/Array of Byte$/.test(text)) return { type: null, members: [] };
  const [, enumerations, name, members] = enumeration.exec(text) ?? [];
  if (name !== undefined && members !== undefined) {
    const list = enumerations === undefined ? '' : '[]';
    return { type: name + list, members: members.split(/, (?:or )?/) };
  }
  const [, many, scalar = ''] = plain.exec(text) ?? [];
  const type = simple[scalar];
  return type === undefined ? null : { type: many === undefined ? type : `${type}[]`, members: [] };
}

/** A range that a description states; both ends included. */
export function statedRange(description: string): { minimum?: number; maximum?: number } {
  const range = /range from (\d+) seconds to (\d+)/.exec(description);
  const minimum = range?.[1] ?? /minimum (?:possible )?value is (\d+)/.exec(description)?.[1];
  const maximum = range?.[2] ?? /maximum (?:possible )?value is (\d+)/.exec(description)?.[1];
  return {
    ...(minimum !== undefined && { minimum: Number(minimum) }),
    ...(maximum !== undefined && { maximum: Number(maximum) }),
  };
}
