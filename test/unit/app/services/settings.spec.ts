import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../app/domain/settings.ts';
import { parseSettings } from '../../../../app/services/settings-service.ts';

describe('parseSettings', () => {
  it('keeps what is readable and replaces each field that is not', () => {
    const stored = {
      colorScheme: 'dark',
      microphoneId: 7,
      region: 'Germany',
      ringTone: false,
      shortcuts: { answer: null, decline: 5 },
      lastAddress: 'alex@parley.test',
      unknownField: true,
    };
    expect(parseSettings(stored)).toEqual({
      ...defaultSettings,
      colorScheme: 'dark',
      ringTone: false,
      shortcuts: { ...defaultSettings.shortcuts, answer: null },
      lastAddress: 'alex@parley.test',
    });
  });

  it('makes settings out of anything', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Object.keys(parseSettings(stored)).sort()).toEqual(
          Object.keys(defaultSettings).sort(),
        );
      }),
    );
  });

  it('leaves settings that are in order as they are', () => {
    expect(parseSettings(JSON.parse(JSON.stringify(defaultSettings)))).toEqual(defaultSettings);
  });
});
