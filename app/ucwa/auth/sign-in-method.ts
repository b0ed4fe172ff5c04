/** The ways of getting a ticket that are known here. */
export type GrantName = 'password' | 'windows' | 'passive' | 'anonymous' | 'hosted';

export interface Account {
  /** User principal name or `DOMAIN\user`. */
  readonly userName: string;
  readonly password: string;
}

/** A refresh token and who gave it: it goes to nobody else. */
export interface RefreshToken {
  readonly value: string;
  /** `authorization_uri` of the challenge that led to it. */
  readonly authorizationUri: string;
}

/** A grant that the user chose, with what it takes to run it, now and at the next start. */
export type SignInMethod =
  | { readonly grant: 'password'; readonly account: Account }
  /** Without an account it is that of whoever uses this computer. */
  | { readonly grant: 'windows'; readonly account: Account | null }
  /** `cookie` is the proof of an earlier sign-in at the company's page. */
  | { readonly grant: 'passive'; readonly cookie: string | null }
  | {
      readonly grant: 'hosted';
      /** This program's registration with the authorization server. */
      readonly clientId: string;
      readonly refreshToken: RefreshToken | null;
    }
  /** Joins one meeting as a guest. */
  | {
      readonly grant: 'anonymous';
      /** `sip:organizer@domain;gruu;opaque=app:conf:focus:id:ID`. */
      readonly conferenceUri: string;
      readonly conferenceId: string;
    };
