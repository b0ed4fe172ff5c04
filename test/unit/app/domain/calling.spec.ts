import { describe, expect, it } from 'vitest';
import { chosenPhone, isEmergencyNumber, noCalling } from '../../../../app/domain/calling.ts';

describe('isEmergencyNumber', () => {
  const calling = { ...noCalling, emergencyNumbers: ['911', '999'] };

  it('knows the server’s numbers, as they are typed or dialled', () => {
    for (const dialled of ['911', ' 9-1-1 ', 'tel:999']) {
      expect(isEmergencyNumber(dialled, calling)).toBe(true);
    }
    for (const dialled of ['112', '9110', '+1 911 555 0100', 'sip:911@example.test', '']) {
      expect(isEmergencyNumber(dialled, calling)).toBe(false);
    }
  });

  it('knows the usual ones where the server names none', () => {
    expect(isEmergencyNumber('112', noCalling)).toBe(true);
    expect(isEmergencyNumber('113', noCalling)).toBe(false);
  });
});

describe('chosenPhone', () => {
  const phones = [
    { type: 'Work', number: 'tel:+1' },
    { type: 'Mobile', number: 'tel:+2' },
  ] as const;

  it('is what the user chose while they have it, else the first, else none', () => {
    expect(chosenPhone({ ...noCalling, phones }, 'tel:+2')).toBe('tel:+2');
    expect(chosenPhone({ ...noCalling, phones }, 'tel:+3')).toBe('tel:+1');
    expect(chosenPhone({ ...noCalling, phones }, null)).toBe('tel:+1');
    expect(chosenPhone(noCalling, 'tel:+2')).toBeNull();
  });
});
