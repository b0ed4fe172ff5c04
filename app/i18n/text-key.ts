import type { en } from './en/index.ts';

type CatalogueKey = keyof typeof en;

/** A key of the catalogue; the plural forms of a text (`…_one`, `…_other`) share one key. */
export type TextKey = CatalogueKey extends infer K
  ? K extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : K
  : never;

/** What is put into a text. `count` chooses the plural form. */
export type TextValues = Readonly<Record<string, string | number>>;
