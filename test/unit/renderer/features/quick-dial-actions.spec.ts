import { describe, expect, it } from 'vitest';
import { noStartActions, type StartActions } from '../../../../app/domain/app-state.ts';
import {
  quickDialActionNames,
  quickDialActionOf,
  quickDialKeys,
  quickDialRefusal,
} from '../../../../renderer/features/quick-dial/quick-dial-actions.ts';

const none = { key: 'Enter', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the keys of the quick dial', () => {
  it.each(quickDialActionNames)('does “%s” by the keys that it shows', (name) => {
    const keys = quickDialKeys(name).split('+');
    const pressed = {
      ...none,
      ctrlKey: keys.includes('CommandOrControl'),
      altKey: keys.includes('Alt'),
      shiftKey: keys.includes('Shift'),
    };
    expect(quickDialActionOf(pressed)).toBe(name);
  });

  it('takes Command for Control, and nothing but Enter', () => {
    expect(quickDialActionOf({ ...none, metaKey: true })).toBe('video');
    expect(quickDialActionOf({ ...none, key: 'a' })).toBeNull();
    expect(quickDialActionOf({ ...none, altKey: true, shiftKey: true })).toBeNull();
  });

  it('refuses what the server does not offer, and says why', () => {
    const all = quickDialActionNames.map((name) => quickDialRefusal(name, noStartActions, true));
    expect(all).not.toContain(null);
    const can: StartActions = {
      ...noStartActions,
      startAudio: true,
      startAudioVideo: true,
      startChat: true,
      startMeeting: true,
      startPhoneAudio: true,
    };
    const offered = quickDialActionNames.map((name) => quickDialRefusal(name, can, true));
    expect(offered).toEqual([null, null, null, null, null]);
    expect(quickDialRefusal('phone', can, false)).toBe('quickDial.noPhone');
  });
});
