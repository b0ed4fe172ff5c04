import { alerts } from './alerts.ts';
import { away } from './away.ts';
import { calls } from './calls.ts';
import { connection } from './connection.ts';
import { conversations } from './conversations.ts';
import { desktop } from './desktop.ts';
import { doctor } from './doctor.ts';
import { errors } from './errors.ts';
import { keys } from './keys.ts';
import { meetings } from './meetings.ts';
import { people } from './people.ts';
import { presence } from './presence.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { verbs } from './verbs.ts';

type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

type FlatKey<G extends Groups> = {
  [Name in keyof G & string]: `${Name}.${keyof G[Name] & string}`;
}[keyof G & string];

/** `{ error: { network: … } }` as `{ 'error.network': … }`. */
const flatten = <G extends Groups>(groups: G) =>
  // `fromEntries` forgets the keys; FlatKey says which they are.
  Object.fromEntries(
    Object.entries(groups).flatMap(([group, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text]),
    ),
  ) as Readonly<Record<FlatKey<G>, string>>;

/** Every text of Parley in English: the reference catalogue that defines the keys. */
export const en = {
  ...alerts,
  ...away,
  ...calls,
  ...connection,
  ...conversations,
  ...desktop,
  ...doctor,
  ...flatten(errors),
  ...keys,
  ...meetings,
  ...people,
  ...presence,
  ...settings,
  ...shell,
  ...signIn,
  ...verbs,
} as const;
