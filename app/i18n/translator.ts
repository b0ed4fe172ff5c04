import i18next, { type i18n } from 'i18next';
import { en } from './en/index.ts';
import type { TextKey, TextValues } from './text-key.ts';

/** Texts of one locale, without React: for the tray, notifications and system dialogs. */
export interface Translator {
  /** The text of a key, with `values` put into its `{{places}}`. */
  translate(key: TextKey, values?: TextValues): string;
  /** The text of a key that arrived as data; null when the catalogue has no such key. */
  translateData(key: string, values?: TextValues): string | null;
  /** The instance behind it, for react-i18next. */
  readonly instance: i18n;
}

/**
 * Makes the texts of a locale ready at once, without loading anything.
 * @param locale BCP 47 tag; a locale without a catalogue reads English
 */
export const createTranslator = (locale: string): Translator => {
  const instance = i18next.createInstance({
    lng: locale,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    returnNull: false,
    // React and the native surfaces take plain text: nothing may be escaped twice.
    interpolation: { escapeValue: false },
  });
  void instance.init();
  return {
    translate: (key, values = {}) => instance.t(key, { ...values }),
    translateData: (key, values = {}) =>
      instance.exists(key) ? instance.t(key, { ...values }) : null,
    instance,
  };
};
