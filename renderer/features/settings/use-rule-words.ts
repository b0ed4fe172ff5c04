import { useCallback } from 'react';
import type { AlertRule } from '../../../app/domain/alert-matrix.ts';
import { useText } from '../../ui/use-text.ts';

/** What a cell of the alert matrix comes to, in words. */
export const useRuleWords = (): ((rule: AlertRule) => string) => {
  const text = useText();
  return useCallback(
    (rule) => {
      const { notification, tone, repeat, ringWindow, flash } = rule;
      const parts = [
        text(`settings.alerts.tone.${tone}`),
        ...(tone === 'none'
          ? []
          : [text(repeat ? 'settings.alerts.again' : 'settings.alerts.once')]),
        text(`settings.alerts.notification.${notification}`),
        ...(ringWindow === 'none' ? [] : [text(`settings.alerts.window.${ringWindow}`)]),
        ...(flash ? [text('settings.alerts.flash')] : []),
        ...(rule.throughDoNotDisturb ? [text('settings.alerts.throughDoNotDisturb')] : []),
        ...(rule.throughDesktop ? [text('settings.alerts.throughDesktop')] : []),
        ...(rule.acknowledge ? [text('settings.alerts.acknowledge')] : []),
      ];
      return parts.join(' · ');
    },
    [text],
  );
};
