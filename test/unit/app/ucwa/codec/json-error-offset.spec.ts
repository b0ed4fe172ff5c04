import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorOffset } from '../../../../../app/ucwa/codec/json/json-error-offset.ts';

describe('jsonErrorOffset', () => {
  it.each([
    ['', 0],
    ['  ', 2],
    ['nul', 0],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['{"a":1}x', 7],
    ['["\u0001"]', 1],
    ['["\\x"]', 1],
    ['01', 0],
    ['[1}', 2],
    ['{"a":{"b":[true,false', 21],
  ])('finds the first wrong token of %j', (text, offset) => {
    expect(jsonErrorOffset(text)).toBe(offset);
  });

  it('blames the end of a text that is cut short within its structure', () => {
    const nested = fc.jsonValue().map((value) => `{"outer":${JSON.stringify(value)}`);
    fc.assert(
      fc.property(nested, (text) => {
        expect(jsonErrorOffset(text)).toBe(text.length);
      }),
    );
  });

  it('blames what follows a complete value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({ value });
        expect(jsonErrorOffset(`${text} !`)).toBe(text.length + 1);
      }),
    );
  });

  it('reads megabytes of one string without trouble', () => {
    const text = `["${'x'.repeat(4_000_000)}" oops`;
    expect(jsonErrorOffset(text)).toBe(text.length - 4);
  });
});
