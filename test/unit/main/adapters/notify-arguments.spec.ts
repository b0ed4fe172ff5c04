import { Variant } from '@jellybrick/dbus-next';
import { describe, expect, it } from 'vitest';
import { notifyArguments } from '../../../../main/adapters/notifications/notify-arguments.ts';
import type { DesktopNotification } from '../../../../main/desktop/desktop-notification.ts';

const ringing: DesktopNotification = {
  key: 'call:1',
  title: 'Sam Okafor is calling',
  body: 'Audio call',
  urgency: 'critical',
  timeoutMs: null,
  actions: [
    { id: 'answer', label: 'Answer' },
    { id: 'decline', label: 'Decline' },
    { id: 'open', label: 'Open Parley' },
  ],
  category: 'call.incoming',
};

const everything = new Set(['actions', 'body-markup']);

describe('notifyArguments', () => {
  it('has buttons, urgency and category, and stays until it is closed', () => {
    expect(notifyArguments(ringing, 7, everything, '/icon.png')).toEqual([
      'Parley',
      7,
      '/icon.png',
      'Sam Okafor is calling',
      'Audio call',
      ['answer', 'Answer', 'decline', 'Decline', 'default', 'Open Parley'],
      {
        urgency: new Variant('y', 2),
        category: new Variant('s', 'call.incoming'),
        'desktop-entry': new Variant('s', 'parley'),
        'suppress-sound': new Variant('b', true),
        resident: new Variant('b', true),
      },
      0,
    ]);
  });

  it('names its timeout when it has one', () => {
    const passing = { ...ringing, urgency: 'low', timeoutMs: 8_000, category: null } as const;
    const sent = notifyArguments(passing, 0, everything, '');
    expect(sent[7]).toBe(8_000);
    expect(sent[6]).toEqual({
      urgency: new Variant('y', 0),
      'desktop-entry': new Variant('s', 'parley'),
      'suppress-sound': new Variant('b', true),
    });
  });

  it('sends no buttons to a service that shows none', () => {
    expect(notifyArguments(ringing, 0, new Set(['body']), '')[5]).toEqual([]);
  });

  it('makes markup of strangers harmless where markup is read, and leaves it where it is not', () => {
    const hostile = { ...ringing, body: '<img src="http://x/y.png"> & <b>you</b>' };
    expect(notifyArguments(hostile, 0, everything, '')[4]).toBe(
      '&lt;img src="http://x/y.png"&gt; &amp; &lt;b&gt;you&lt;/b&gt;',
    );
    expect(notifyArguments(hostile, 0, new Set(['actions']), '')[4]).toBe(hostile.body);
  });

  it('takes out what a bus or a panel chokes on', () => {
    const hostile = {
      ...ringing,
      title: 'A\u0000B\u202EC',
      body: `line\nline${'x'.repeat(5_000)}`,
    };
    const sent = notifyArguments(hostile, 0, everything, '');
    expect(sent[3]).toBe('A B C');
    expect(String(sent[4])).toHaveLength(501);
    expect(String(sent[4]).startsWith('line\nline')).toBe(true);
  });
});
