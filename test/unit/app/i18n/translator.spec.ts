import { describe, expect, it } from 'vitest';
import { signInFailures, signInSteps } from '../../../../app/domain/session.ts';
import { en } from '../../../../app/i18n/en/index.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';

const english = createTranslator('en-GB');

describe('createTranslator', () => {
  it('puts values into a text, as they are', () => {
    expect(english.translate('notification.title.Normal', { name: 'O’Neil & <Sons>' })).toBe(
      'O’Neil & <Sons> is calling',
    );
  });

  it('chooses the plural form', () => {
    expect(english.translate('ring.moreWaiting', { count: 1 })).toBe('One more call is waiting');
    expect(english.translate('ring.moreWaiting', { count: 3 })).toBe('3 more calls are waiting');
  });

  it('reads English where a language has no catalogue', () => {
    expect(createTranslator('xx').translate('ring.answer')).toBe('Answer');
  });

  it('tells apart keys that arrived as data and exist from those that do not', () => {
    expect(english.translateData('error.callNotFound')).toBe('This call is over.');
    expect(english.translateData('error.neverHeardOf')).toBeNull();
  });
});

describe('the English catalogue', () => {
  it('has a message and advice for every way to fail at signing in', () => {
    for (const failure of signInFailures) {
      expect(en[`signIn.failure.${failure}.title`]).not.toBe('');
      expect(en[`signIn.failure.${failure}.advice`]).not.toBe('');
    }
    const titles = signInFailures.map((failure) => en[`signIn.failure.${failure}.title`]);
    expect(new Set(titles).size).toBe(signInFailures.length);
  });

  it('names every step of the sign-in', () => {
    for (const step of signInSteps) expect(en[`signIn.step.${step}`]).not.toBe('');
  });

  it('has no empty text and no damaged place for a value', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      expect(text.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/[{}]/);
    }
  });
});
