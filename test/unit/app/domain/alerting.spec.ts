import { describe, expect, it } from 'vitest';
import { type AlertCircumstances, decideAlert } from '../../../../app/domain/alerting.ts';
import { importances } from '../../../../app/domain/importance.ts';
import { availabilities } from '../../../../app/domain/presence.ts';

const bools = [false, true];
const breakThroughs = ['never', 'emergency', 'urgent'] as const;

const everyCircumstance: AlertCircumstances[] = importances.flatMap((importance) =>
  availabilities.flatMap((presence) =>
    bools.flatMap((inCall) =>
      bools.flatMap((focused) =>
        bools.flatMap((ringTone) =>
          bools.flatMap((ringDuringCalls) =>
            breakThroughs.map((breakThroughDoNotDisturb) => ({
              importance,
              presence,
              inCall,
              focused,
              settings: { ringTone, ringDuringCalls, breakThroughDoNotDisturb },
            })),
          ),
        ),
      ),
    ),
  ),
);

/** `urgency timeout · tone · window · focus · flash · tray` of a plan, for reading in a table. */
function sketch(circumstances: AlertCircumstances): string {
  const plan = decideAlert(circumstances);
  const notification = plan.notification;
  const ring = plan.ring;
  return [
    notification === null ? '-' : `${notification.urgency} ${notification.timeoutMs ?? 'stays'}`,
    ring === null ? 'silent' : `${ring.tone}${ring.repeat ? ' repeated' : ' once'}`,
    plan.ringWindow ? 'window' : 'no window',
    plan.takeFocus ? 'focus' : '-',
    plan.flash ? 'flash' : '-',
    plan.tray,
  ].join(' · ');
}

const quiet = '- · silent · no window · - · - · quiet';
const emergency = 'critical stays · emergency repeated · window · focus · flash · ringingUrgent';

const usual = {
  ringTone: true,
  ringDuringCalls: true,
  breakThroughDoNotDisturb: 'emergency',
} as const;

/** importance, presence, in a call, focused, settings → plan */
const table: readonly [
  AlertCircumstances['importance'],
  AlertCircumstances['presence'],
  boolean,
  boolean,
  Partial<AlertCircumstances['settings']>,
  string,
][] = [
  [
    'Normal',
    'Online',
    false,
    false,
    {},
    'normal 25000 · normal repeated · window · - · - · ringing',
  ],
  [
    'Normal',
    'Online',
    false,
    true,
    {},
    'normal 10000 · normal repeated · window · - · - · ringing',
  ],
  ['Normal', 'Away', false, false, {}, 'normal 25000 · normal repeated · window · - · - · ringing'],
  [
    'Normal',
    'Unknown',
    false,
    false,
    {},
    'normal 25000 · normal repeated · window · - · - · ringing',
  ],
  ['Normal', 'Busy', false, false, {}, 'normal 25000 · soft repeated · window · - · - · ringing'],
  [
    'Normal',
    'IdleBusy',
    false,
    true,
    {},
    'normal 10000 · soft repeated · window · - · - · ringing',
  ],
  ['Normal', 'Busy', true, false, {}, 'normal 25000 · soft once · window · - · - · ringing'],
  ['Normal', 'Online', true, true, {}, 'normal 10000 · soft once · window · - · - · ringing'],
  [
    'Normal',
    'Busy',
    true,
    false,
    { ringDuringCalls: false },
    'normal 25000 · silent · window · - · - · ringing',
  ],
  [
    'Normal',
    'Online',
    false,
    false,
    { ringDuringCalls: false },
    'normal 25000 · normal repeated · window · - · - · ringing',
  ],
  [
    'Normal',
    'Online',
    false,
    false,
    { ringTone: false },
    'normal 25000 · silent · window · - · - · ringing',
  ],
  [
    'Urgent',
    'Online',
    false,
    false,
    {},
    'critical 60000 · urgent repeated · window · - · flash · ringingUrgent',
  ],
  [
    'Urgent',
    'Online',
    false,
    true,
    {},
    'critical 60000 · urgent repeated · window · - · - · ringingUrgent',
  ],
  [
    'Urgent',
    'Busy',
    false,
    false,
    {},
    'critical 60000 · urgent repeated · window · - · flash · ringingUrgent',
  ],
  [
    'Urgent',
    'Busy',
    true,
    false,
    {},
    'critical 60000 · urgent once · window · - · flash · ringingUrgent',
  ],
  [
    'Urgent',
    'Busy',
    true,
    false,
    { ringDuringCalls: false },
    'critical 60000 · urgent once · window · - · flash · ringingUrgent',
  ],
  [
    'Urgent',
    'Online',
    false,
    false,
    { ringTone: false },
    'critical 60000 · silent · window · - · flash · ringingUrgent',
  ],
  ['Emergency', 'Online', false, false, {}, emergency],
  ['Emergency', 'Busy', true, true, {}, emergency],
  ['Emergency', 'Online', true, false, { ringTone: false, ringDuringCalls: false }, emergency],
  ['Normal', 'DoNotDisturb', false, false, {}, quiet],
  ['Normal', 'DoNotDisturb', false, false, { breakThroughDoNotDisturb: 'urgent' }, quiet],
  ['Urgent', 'DoNotDisturb', false, false, {}, quiet],
  ['Urgent', 'DoNotDisturb', false, false, { breakThroughDoNotDisturb: 'never' }, quiet],
  [
    'Urgent',
    'DoNotDisturb',
    false,
    false,
    { breakThroughDoNotDisturb: 'urgent' },
    'critical 60000 · urgent repeated · window · - · flash · ringingUrgent',
  ],
  ['Emergency', 'DoNotDisturb', false, false, {}, emergency],
  ['Emergency', 'DoNotDisturb', true, false, { breakThroughDoNotDisturb: 'urgent' }, emergency],
  ['Emergency', 'DoNotDisturb', false, false, { breakThroughDoNotDisturb: 'never' }, quiet],
];

describe('decideAlert', () => {
  it.each(table)(
    '%s while %s, in a call: %s, focused: %s, settings %j',
    (importance, presence, inCall, focused, settings, expected) => {
      const circumstances = {
        importance,
        presence,
        inCall,
        focused,
        settings: { ...usual, ...settings },
      };
      expect(sketch(circumstances)).toBe(expected);
    },
  );

  it('makes the three importances differ to eye and ear wherever a call is announced', () => {
    for (const circumstances of everyCircumstance) {
      const [normal, urgent, emergencyPlan] = importances.map((importance) =>
        decideAlert({ ...circumstances, importance }),
      );
      if (normal?.notification == null) continue;
      const visible = [normal, urgent, emergencyPlan].map((plan) =>
        JSON.stringify(plan?.notification),
      );
      expect(new Set(visible).size).toBe(3);
      const tones = [normal, urgent, emergencyPlan].flatMap((plan) => plan?.ring?.tone ?? []);
      expect(new Set(tones).size).toBe(tones.length);
    }
  });

  it('is silent in every channel or in none during Do Not Disturb', () => {
    for (const circumstances of everyCircumstance) {
      const plan = decideAlert({ ...circumstances, presence: 'DoNotDisturb' });
      expect(plan.ringWindow).toBe(plan.notification !== null);
      if (plan.notification === null) {
        expect([plan.ring, plan.takeFocus, plan.flash, plan.tray]).toEqual([
          null,
          false,
          false,
          'quiet',
        ]);
      }
    }
  });

  it('never takes the focus from the user for less than an emergency', () => {
    for (const circumstances of everyCircumstance) {
      if (decideAlert(circumstances).takeFocus) expect(circumstances.importance).toBe('Emergency');
    }
  });
});
