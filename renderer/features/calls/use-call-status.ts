import { useCallback } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import { formatPhoneNumber } from '../../../app/domain/phone-number.ts';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { callStatus } from './call-status.ts';

/** How a phone number is written for the user. */
export const useShownNumber = (): ((number: string) => string) => {
  const region = useMain(({ settings }) => settings.region);
  return useCallback(
    (number) => formatPhoneNumber(number, region) ?? number.replace(/^tel:/i, ''),
    [region],
  );
};

/** The state of a call that is not over, as the user reads it; of whom, if not the one who is called. */
export const useCallStatus = (): ((call: Call, name?: string) => string) => {
  const text = useText();
  const shown = useShownNumber();
  return useCallback(
    (call, name = call.remote.name) => {
      const number = call.phone?.number ?? null;
      const values = { name, number: number === null ? '' : shown(number) };
      return text(callStatus(call), values);
    },
    [text, shown],
  );
};
