import { describe, expect, it } from 'vitest';
import {
  type CloseDecision,
  decideClose,
  handleClose,
} from '../../../../main/desktop/close-behaviour.ts';
import { signedInStore, stateAfter } from '../support/scripted-state.ts';

describe('decideClose', () => {
  it.each([
    { isQuitting: true, hasTray: true, hintShown: false, decision: 'close' },
    { isQuitting: true, hasTray: false, hintShown: false, decision: 'close' },
    { isQuitting: false, hasTray: false, hintShown: true, decision: 'ask' },
    { isQuitting: false, hasTray: true, hintShown: false, decision: 'hide-and-tell' },
    { isQuitting: false, hasTray: true, hintShown: true, decision: 'hide' },
  ])('$decision', ({ isQuitting, hasTray, hintShown, decision }) => {
    const state = stateAfter((draft) => {
      draft.environment.hasTray = hasTray;
      draft.settings.trayHintShown = hintShown;
    });
    expect(decideClose(isQuitting, state)).toBe(decision);
  });

  it('starts with a user who was told nothing', () => {
    expect(decideClose(false, signedInStore().state)).toBe('hide-and-tell');
  });
});

describe('handleClose', () => {
  it.each<[CloseDecision, string[]]>([
    ['close', []],
    ['hide', ['prevent', 'hide']],
    ['hide-and-tell', ['prevent', 'hide', 'tell']],
    ['ask', ['prevent', 'ask']],
  ])('%s', (decision, expected) => {
    const log: string[] = [];
    handleClose({ preventDefault: () => log.push('prevent') }, decision, {
      hide: () => log.push('hide'),
      tellAboutTray: () => log.push('tell'),
      ask: () => log.push('ask'),
    });
    expect(log).toEqual(expected);
  });
});
