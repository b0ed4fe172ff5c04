import { expect, it } from 'vitest';
import { emergencyNumbersOf } from '../../../../../app/services/calling/emergency-numbers.ts';

it.each([
  [
    'numbers and their masks',
    { emergencyNumbers: ['911?999?555', '112'] },
    ['911', '999', '555', '112'],
  ],
  ['one text with all of them', { emergencyNumbers: ['911?999;112'] }, ['911', '999', '112']],
  ['the older pair', { emergencyDialString: '911', emergencyDialMask: '999' }, ['911', '999']],
  [
    'the newer before the older',
    { emergencyNumbers: ['112'], emergencyDialString: '911' },
    ['112'],
  ],
  ['nothing', {}, []],
])('reads %s', (_what, policies, expected) => {
  const none = { emergencyNumbers: [], emergencyDialString: null, emergencyDialMask: null };
  expect(emergencyNumbersOf({ ...none, ...policies })).toEqual(expected);
});
