import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { incomingCallNotification } from '../../../../main/desktop/call-notification.ts';
import { buildCall } from '../../app/domain/builders/build-call.ts';

const translator = createTranslator('en');

describe('incomingCallNotification', () => {
  it.each([
    ['Normal', 'Sam Okafor is calling'],
    ['Urgent', 'Urgent: Sam Okafor is calling'],
    ['Emergency', 'Emergency: Sam Okafor is calling'],
  ] as const)('says in words that a call is %s', (importance, title) => {
    const plan = { urgency: 'critical', timeoutMs: null, hidesText: false } as const;
    const call = buildCall({ importance });
    expect(incomingCallNotification(call, plan, false, translator)).toMatchObject({
      title,
      urgency: 'critical',
      timeoutMs: null,
      category: 'call.incoming',
    });
  });

  it('tells kind and subject, and has a button for video only in a video call', () => {
    const plan = { urgency: 'normal', timeoutMs: 30_000, hidesText: false } as const;
    const audio = incomingCallNotification(
      buildCall({ subject: 'Lunch' }),
      plan,
      false,
      translator,
    );
    expect(audio.body).toBe('Audio call\nSubject: Lunch');
    expect(audio.actions.map(({ id }) => id)).toEqual(['answer', 'decline', 'open']);
    const video = incomingCallNotification(
      buildCall({ modality: 'audioVideo' }),
      plan,
      false,
      translator,
    );
    expect(video.body).toBe('Video call');
    expect(video.actions.map(({ id }) => id)).toEqual([
      'answer',
      'answer-audio',
      'decline',
      'open',
    ]);
  });
});

describe('what can be done in it', () => {
  const plan = { urgency: 'normal', timeoutMs: 30_000, hidesText: false } as const;
  const shown = (call: Parameters<typeof incomingCallNotification>[0]) =>
    incomingCallNotification(call, plan, false, translator);

  it('offers the own phone only where the server does', () => {
    const call = buildCall();
    expect(shown(call).actions.map(({ id }) => id)).not.toContain('answer-phone');
    const onPhone = { ...call, can: { ...call.can, answerOnPhone: true } };
    expect(shown(onPhone).actions.map(({ id }) => id)).toContain('answer-phone');
  });

  it('declines with a message to people, not to telephones', () => {
    expect(shown(buildCall()).reply?.label).toBe('Decline with a message…');
    const remote = { uri: 'tel:+14255550100', name: '' };
    expect(shown(buildCall({ remote })).reply).toBeUndefined();
  });

  it('says who calls, and not what about, where others may be looking', () => {
    const call = buildCall({ subject: 'Merger' });
    const locked = incomingCallNotification(call, plan, true, translator);
    expect([locked.title, locked.body]).toEqual(['Sam Okafor is calling', 'Audio call']);
    const presenting = { ...plan, hidesText: true };
    expect(incomingCallNotification(call, presenting, false, translator).body).toBe('Audio call');
  });
});
