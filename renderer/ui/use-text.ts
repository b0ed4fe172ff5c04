import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey, TextValues } from '../../app/i18n/text-key.ts';

/** Gives the text of a key in the user's language. */
export type Text = (key: TextKey, values?: TextValues) => string;

export const useText = (): Text => {
  const { t } = useTranslation();
  return useCallback((key, values = {}) => t(key, { ...values }), [t]);
};

/** Gives the text of a key that arrived as data; `otherwise` when the catalogue has no such key. */
export const useDataText = (): ((
  key: string,
  values: TextValues,
  otherwise: TextKey,
) => string) => {
  const { t, i18n } = useTranslation();
  return useCallback(
    (key, values, otherwise) => (i18n.exists(key) ? t(key, { ...values }) : t(otherwise)),
    [t, i18n],
  );
};
