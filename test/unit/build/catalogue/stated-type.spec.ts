import { describe, expect, it } from 'vitest';
import { statedRange, statedType } from '../../../../build/catalogue/stated-type.ts';

describe('the type at the end of a description', () => {
  const cases: readonly (readonly [string, string | null | undefined])[] = [
    ['Mutes the sound. Nullable Boolean', 'boolean'],
    ['The address. The maximum length is 50 characters. String', 'string'],
    ['AddressString', 'string'],
    ['The offer. ExternalResource', 'external'],
    ['When it ends. Nullable DateTime', 'date'],
    ['At most 55. Nullable Int32', 'number'],
    ['Who. Array of String', 'string[]'],
    [
      'How urgent (Importance): Normal or so.(Importance)Normal, Urgent, or Emergency',
      'Importance',
    ],
    ['Which. Array of (MessageFormat)Plain, or Html', 'MessageFormat[]'],
    ['May be empty. Nullable (LisQueryResultEnum)Succeeded, or Failed', 'LisQueryResultEnum'],
    ['The body. Array of Byte', null],
    ['The reason the call was terminated.', undefined],
  ];
  for (const [description, type] of cases) {
    it(`${type} of "${description}"`, () => {
      expect(statedType(description)?.type).toBe(type);
    });
  }

  it('comes with the members of an enumeration', () => {
    expect(statedType('(X)None, Disabled, or Enabled')?.members).toEqual([
      'None',
      'Disabled',
      'Enabled',
    ]);
  });
});

describe('the range in a description', () => {
  it('is read from each of its wordings', () => {
    const both =
      'The minimum possible value is 5 seconds and the maximum possible value is 1800 seconds.';
    expect(statedRange(both)).toEqual({ minimum: 5, maximum: 1800 });
    expect(statedRange('The maximum value is 30 and the minimum value is 10')).toEqual({
      minimum: 10,
      maximum: 30,
    });
    expect(statedRange('It can range from 5 seconds to 60 seconds.')).toEqual({
      minimum: 5,
      maximum: 60,
    });
    expect(statedRange('No range.')).toEqual({});
  });
});
