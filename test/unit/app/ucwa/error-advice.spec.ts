import { describe, expect, it } from 'vitest';
import type { OperationFacts } from '../../../../app/ucwa/catalogue/facts.ts';
import { ErrorCode, ErrorSubcode } from '../../../../app/ucwa/catalogue/generated/enumerations.ts';
import { resources } from '../../../../app/ucwa/catalogue/generated/resources.ts';
import { usualErrors } from '../../../../app/ucwa/catalogue/generated/usual-errors.ts';
import {
  adviceFor,
  codeAdvice,
  errorCode,
  errorSubcode,
  subcodeAdvice,
} from '../../../../app/ucwa/error-advice.ts';

it('has every member of the two enumerations', () => {
  expect(Object.keys(codeAdvice).sort()).toEqual([...ErrorCode].sort());
  expect(Object.keys(subcodeAdvice)).toEqual(expect.arrayContaining([...ErrorSubcode]));
});

it('knows every error that is documented for an operation', () => {
  const operations = Object.values(resources).flatMap((resource): readonly OperationFacts[] =>
    'operations' in resource ? Object.values(resource.operations) : [],
  );
  const errors = [
    ...operations.flatMap(({ errors: more = [], onlyErrors = [] }) => [...more, ...onlyErrors]),
    ...Object.values(usualErrors).flat(),
  ];
  expect(errors.length).toBeGreaterThan(100);
  for (const error of errors) {
    const [, code = '', subcode = null] = /^\d+ (\w+)(?:\/(\w+))?$/.exec(error) ?? [];
    expect(errorCode(code), error).not.toBeNull();
    if (subcode !== null) expect(errorSubcode(subcode), error).not.toBeNull();
  }
});

describe('what to do next', () => {
  it.each(Object.entries(subcodeAdvice).filter(([subcode]) => subcode !== 'None'))(
    '%s: %s, whatever its case',
    (subcode, advice) => {
      expect(adviceFor(409, 'Conflict', subcode)).toBe(advice);
      expect(adviceFor(500, 'ServiceFailure', subcode.toUpperCase())).toBe(advice);
      expect(errorSubcode(subcode.toLowerCase())).toBe(subcode);
    },
  );

  it.each(Object.entries(codeAdvice))('%s without a subcode: %s', (code, advice) => {
    expect(adviceFor(400, code, null)).toBe(advice);
    expect(adviceFor(400, code.toLowerCase(), 'FromTheFuture')).toBe(advice);
    expect(adviceFor(400, code, 'None')).toBe(advice);
  });

  it.each([
    [408, 'retry'],
    [429, 'retry'],
    [483, 'retry'],
    [500, 'retry'],
    [502, 'retry'],
    [503, 'retry'],
    [504, 'retry'],
    [403, 'tell-the-user'],
    [407, 'tell-the-user'],
    [410, 'tell-the-user'],
    [404, 'give-up'],
    [418, 'give-up'],
    [501, 'give-up'],
  ])('HTTP %i by its status alone: %s', (status, advice) => {
    expect(adviceFor(status, null, null)).toBe(advice);
    expect(adviceFor(status, 'FromTheFuture', 'FromTheFuture')).toBe(advice);
  });
});
