import { serverErrors } from './server-errors.ts';

/** Why a command failed, and notices: the keys that the core names. */
export const errors = {
  error: {
    unknownCommand: 'Parley does not know how to do that.',
    invalidPayload: 'Something in the request was not understood ({{fields}}).',
    forbiddenSender: 'This window may not do that.',
    notSignedIn: 'Sign in first.',
    alreadySignedIn: 'You are signed in already.',
    signInFailed: 'The sign-in did not succeed.',
    callNotFound: 'This call is over.',
    callOver: 'The caller hung up before you could answer.',
    notAllowed: 'The server does not allow this.',
    alreadyThere: 'Takes part already, or is being asked.',
    notSupported: 'The server does not do this, or not now.',
    ratingNotTaken: 'The server did not take your rating. You can give it again.',
    videoRefused: 'The other side does not take video.',
    mutedByMeeting: 'The meeting keeps you muted. Ask somebody who leads it.',
    confirmEmergency: 'Confirm that you want to call emergency services.',
    notPossibleNow: 'This is not possible at the moment.',
    nothingToDial: 'Type a name, an address or a phone number.',
    unsupportedScheme: 'Only SIP addresses and phone numbers can be called.',
    invalidAddress: '“{{typed}}” is not a valid address. It should look like name@example.com.',
    invalidNumber: '“{{typed}}” is not a valid phone number. Start with + and the country code.',
    nobodyNamed: 'No contact is called “{{typed}}”.',
    severalNamed: 'Several contacts fit “{{typed}}”. Choose one of them.',
    notAWebPage: 'Only pages of the web are opened (http and https).',
    fieldLimit: '{{field}} can have at most {{limit}} characters.',
    meetingField: 'The server would not accept this: {{field}} {{detail}}',
    meetingUnknown: 'The meeting was made, but could not be read. Look at the list again.',
    meetingUnreadable: 'This is no link to a meeting. Paste the join link or the whole invitation.',
    meetingNotSecure: 'This link is not protected (http). Ask the organizer for one with https.',
    meetingHost:
      '{{host}} does not belong to your organization. Ask the organizer to invite you, or sign out and join as a guest.',
    meetingPage:
      'The page of this meeting does not say which meeting it is. Ask the organizer for an invitation.',
    meetingIdUnknown:
      'None of your own meetings has this id. For the meeting of somebody else paste its join link.',
    meetingLinkNeeded:
      'An id is not enough to join as a guest. Paste the join link of the meeting.',
    mediaPermission:
      'Parley may not use the microphone or the camera. Allow it in the system settings.',
    noMicrophone: 'No microphone was found. Connect one and try again.',
    noCamera: 'No camera was found. Connect one or continue without video.',
    deviceBusy: 'The microphone or the camera is used by another program.',
    gone: 'This does not exist on the server any more.',
    reportNotSaved: 'The report could not be saved there. Choose another place.',
    busyServer: 'The server is busy. Try again in a moment.',
    proxy:
      'Something between here and the server refused this ({{detail}}). Try again, or ask your administrator.',
    mediaFailed: 'Sound and picture could not be set up.',
    mediaEncryption: 'The two sides could not agree on encryption. Tell your administrator.',
    network: 'The server could not be reached. Check the network and try again.',
    server: 'The server could not do that ({{detail}}).',
    internal: 'Something went wrong in Parley. The log has the details.',
  },
  serverError: serverErrors,
  notice: {
    keychainUnavailable:
      'This computer has no keychain that Parley can use. You stay signed in until you quit Parley.',
    settingsNotSaved: 'Your settings could not be saved. They hold until you quit Parley.',
    peopleNotLoaded: 'Your contacts could not be loaded. Calls still work.',
    callsLost: 'The server was restarted. Calls that were still ringing have ended.',
    phoneNotAnswered: 'Your phone was not answered. The call goes on here.',
    shortcutUnavailable:
      '{{shortcut}}: another program uses it, or Parley cannot read it. Change it in the settings.',
  },
} as const;

export type ErrorKey =
  | `error.${keyof typeof errors.error}`
  | `serverError.${keyof typeof errors.serverError}`;
export type NoticeKey = `notice.${keyof typeof errors.notice}`;
