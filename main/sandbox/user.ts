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
  readonly homePhoneNumber?: string;
  readonly otherPhoneNumber?: string;
  /** Where the hosted service posts the events of conversations that name no `callbackUrl`. */
  readonly callbackUrl?: string;
  /** `BusyOnBusy` turns further calls away while the user is in one. Default `Off`. */
  readonly busyOptions?: 'Off' | 'BusyOnBusy';
  /** `false` withholds the video links, as a policy does. Default `true`. */
  readonly videoAllowed?: boolean;
  /** How offers reach this user: one `application/sdp` (default) or the two-part `multipart/alternative`. */
  readonly offerForm?: OfferForm;
  /** Groups the user has made, with the SIP addresses in them. Everybody else is in other contacts. */
  readonly groups?: readonly { readonly name: string; readonly members: readonly string[] }[];
  /** SIP addresses of pinned contacts. */
  readonly favorites?: readonly string[];
  /** SIP addresses of those who may call and answer in the user's name. */
  readonly delegates?: readonly string[];
  /** SIP addresses of those who may be rung along. */
  readonly team?: readonly string[];
  /** `false` for a user whose calls the server does not route. Default `true`. */
  readonly enterpriseVoice?: boolean;
  /** `true` for whoever takes calls to emergency numbers. */
  readonly takesEmergencyCalls?: boolean;
  /** Whether people may call in to the user's meetings. Default `false`. */
  readonly dialInConferencing?: boolean;
  /** Whether the user has a meeting assigned by an administrator. Default `false`. */
  readonly assignedMeeting?: boolean;
  /** `false` for a user who may not schedule meetings. Default `true`. */
  readonly schedulesMeetings?: boolean;
  /** `false` for a user without a photo. Default `true`. */
  readonly hasPhoto?: boolean;
}

/** A group of the directory. */
export interface DistributionGroup {
  /** `sip:product@parley.test` */
  readonly uri: string;
  readonly name: string;
  /** SIP addresses. */
  readonly members: readonly string[];
  /** SIP addresses of the users who have it on their contact list from the start. */
  readonly listedBy?: readonly string[];
}

export type OfferForm = 'sdp' | 'multipart';
