import { z } from 'zod';
import type { SignInChoice } from '../../domain/sign-in-choice.ts';
import type { SignInMethod } from '../../ucwa/auth/sign-in-method.ts';

const account = z.object({ userName: z.string(), password: z.string() });

const method = z.discriminatedUnion('grant', [
  z.object({ grant: z.literal('password'), account }),
  z.object({ grant: z.literal('windows'), account: account.nullable() }),
  z.object({ grant: z.literal('passive'), cookie: z.string().nullable() }),
  z.object({
    grant: z.literal('hosted'),
    clientId: z.string(),
    refreshToken: z.object({ value: z.string(), authorizationUri: z.string() }).nullable(),
  }),
  z.object({
    grant: z.literal('anonymous'),
    conferenceUri: z.string(),
    conferenceId: z.string(),
  }),
]) satisfies z.ZodType<SignInMethod>;

/**
 * What a sign-in needs to be repeated. Web tickets have no refresh token, so staying signed in over
 * the day and over restarts takes what the grant began with.
 */
export const storedSessionSchema = z.object({
  address: z.string(),
  discoveryUrl: z.string().nullable(),
  trustedHosts: z.array(z.string()),
  method,
  knownApplicationsUrl: z.string().nullable().catch(null),
  ticket: z
    .object({ accessToken: z.string(), expiresAtMs: z.number(), origin: z.string() })
    .nullable()
    .catch(null),
});

export type StoredSession = z.output<typeof storedSessionSchema>;

/** What the user chose, in the protocol's terms; nothing of an earlier time. */
export function methodOf(choice: SignInChoice, address: string): SignInMethod {
  switch (choice.method) {
    case 'password': {
      const { userName, password } = choice;
      return { grant: 'password', account: { userName: userName ?? address, password } };
    }
    case 'windows':
      return { grant: 'windows', account: choice.account };
    case 'passive':
      return { grant: 'passive', cookie: null };
    case 'hosted':
      return { grant: 'hosted', clientId: choice.clientId, refreshToken: null };
    case 'anonymous': {
      const { conferenceUri, conferenceId } = choice;
      return { grant: 'anonymous', conferenceUri, conferenceId };
    }
  }
}
