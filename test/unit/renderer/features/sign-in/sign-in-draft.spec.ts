import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../../app/domain/settings.ts';
import {
  choiceOf,
  initialDraft,
  methodOf,
  missingFields,
} from '../../../../../renderer/features/sign-in/sign-in-draft.ts';

const draft = initialDraft(defaultSettings, true);

describe('the way to sign in', () => {
  it.each([
    ['that of last time', null, 'windows', [], 'windows'],
    ['that of last time, if it is offered', null, 'windows', ['windows', 'password'], 'windows'],
    [
      'what the user chose, if it is offered',
      'passive',
      'password',
      ['password', 'passive'],
      'passive',
    ],
    ['what the user chose, while nobody knows', 'hosted', 'password', [], 'hosted'],
    ['the best that is offered otherwise', 'hosted', 'windows', ['passive', 'windows'], 'windows'],
    ['a password, when that is offered', null, 'passive', ['windows', 'password'], 'password'],
  ] as const)('is %s', (_, chosen, last, offered, expected) => {
    expect(methodOf({ ...draft, method: chosen }, last, offered)).toBe(expected);
  });
});

it.each([
  ['password', {}, ['address', 'password']],
  ['windows', { otherAccount: false }, ['address']],
  ['windows', { otherAccount: true, userName: ' ' }, ['address', 'userName', 'password']],
  ['passive', { address: 'alex@parley.test' }, []],
  ['hosted', { address: 'alex@parley.test' }, ['clientId']],
  // A password of blanks is a password.
  ['password', { address: 'alex@parley.test', password: ' ' }, []],
] as const)('%s with %j lacks %j', (method, change, missing) => {
  expect(missingFields({ ...draft, ...change }, method)).toEqual(missing);
});

it('proposes typing another account where the computer’s own cannot be one', () => {
  expect(initialDraft(defaultSettings, false).otherAccount).toBe(true);
  expect(initialDraft(defaultSettings, true).otherAccount).toBe(false);
});

it('gives what was typed for the chosen way, and nothing of the others', () => {
  const typed = {
    ...draft,
    ...{ userName: ' COMPANY\\alex ', password: ' p ', clientId: ' id ', otherAccount: true },
  };
  expect(choiceOf(typed, 'password')).toEqual({
    method: 'password',
    userName: 'COMPANY\\alex',
    password: ' p ',
  });
  expect(choiceOf({ ...typed, userName: '' }, 'password')).toMatchObject({ userName: null });
  expect(choiceOf(typed, 'windows')).toEqual({
    method: 'windows',
    account: { userName: 'COMPANY\\alex', password: ' p ' },
  });
  expect(choiceOf({ ...typed, otherAccount: false }, 'windows')).toMatchObject({ account: null });
  expect(choiceOf(typed, 'passive')).toEqual({ method: 'passive' });
  expect(choiceOf(typed, 'hosted')).toEqual({ method: 'hosted', clientId: 'id' });
});
