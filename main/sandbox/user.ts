/** A person the server knows. Phone numbers are `tel:` URIs. */
export interface SandboxUser {
  /** SIP address, `sip:alex@parley.test`. */
  readonly uri: string;
  /** What is typed as user name at sign-in; the bare SIP address and `DOMAIN\name` are understood too. */
  readonly userName: string;
  readonly password: string;
  readonly name: string;
  readonly title?: string;
  readonly department?: string;
  readonly company?: string;
  readonly office?: string;
  readonly workPhoneNumber?: string;
  readonly mobilePhoneNumber?: string;
  /** `BusyOnBusy` turns further calls away while the user is in one. Default `Off`. */
  readonly busyOptions?: 'Off' | 'BusyOnBusy';
  /** `false` withholds the video links, as a policy does. Default `true`. */
  readonly videoAllowed?: boolean;
  /** How offers reach this user: one `application/sdp` (default) or the two-part `multipart/alternative`. */
  readonly offerForm?: OfferForm;
}

export type OfferForm = 'sdp' | 'multipart';
