/** The sign-in page: its form, its steps and each way it can fail. */
export const signIn = {
  'signIn.title': 'Welcome to Parley',
  'signIn.subtitle': 'Calls and presence for Skype for Business Server',
  'signIn.address': 'Sign-in address',
  'signIn.addressPlaceholder': 'name@example.com',
  'signIn.password': 'Password',
  'signIn.showPassword': 'Show password',
  'signIn.hidePassword': 'Hide password',
  'signIn.method': 'How to sign in',
  'signIn.method.password': 'Password',
  'signIn.method.windows': 'Windows account',
  'signIn.method.passive': 'Company sign-in page (AD FS)',
  'signIn.method.hosted': 'Microsoft 365',
  'signIn.methodHint': 'Parley asks your server what it offers.',
  'signIn.lookingForServer': 'Looking for your server…',
  'signIn.serverFound': 'This is what {{host}} offers.',
  'signIn.otherWindowsAccount': 'Use another account than this computer’s',
  'signIn.windowsUserName': 'Windows user name',
  'signIn.windowsUserNamePlaceholder': 'COMPANY\\name',
  'signIn.thisWindowsAccountNote':
    'You are signed in as whoever uses this computer. Your password is not asked for.',
  'signIn.passiveNote':
    'Your company’s own page opens in a window. Parley never sees the password you type there.',
  'signIn.hostedNote':
    'Your browser opens. Parley never sees the password you type there, and waits until you come back.',
  'signIn.clientId': 'Application ID',
  'signIn.clientIdHint': 'Parley’s registration with Microsoft 365, from your administrator.',
  'signIn.clientIdMissing': 'Enter the application ID.',
  'signIn.userName': 'User name',
  'signIn.userNameHint': 'Only if it differs from your address, for example COMPANY\\name.',
  'signIn.userNameMissing': 'Enter your user name.',
  'signIn.trustHost': 'Go on to {{host}}',
  'signIn.waitingFor.window': 'Go on in the sign-in window. Closing it cancels.',
  'signIn.waitingFor.browser': 'Go on in your browser. Parley waits for you here.',
  'signIn.advanced': 'Advanced',
  'signIn.discoveryUrl': 'Discovery URL',
  'signIn.discoveryUrlHint':
    'Only if your administrator gave you one. Otherwise Parley finds your server by your address.',
  'signIn.submit': 'Sign in',
  'signIn.or': 'or',
  'signIn.tryDemo': 'Try the demo',
  'signIn.demoHint': 'A made-up company: no account, no network needed.',
  'signIn.addressMissing': 'Enter your sign-in address.',
  'signIn.passwordMissing': 'Enter your password.',
  'signIn.progressTitle': 'Signing in',
  'signIn.progressAddress': 'as {{address}}',
  'signIn.cancel': 'Cancel',
  'signIn.step.discovering': 'Finding your server',
  'signIn.step.authenticating': 'Proving who you are',
  'signIn.step.creating-application': 'Opening a session',
  'signIn.step.making-available': 'Making you available for calls',
  'signIn.step.loading-people': 'Loading your people',
  'signIn.step.opening-event-channel': 'Listening for calls',
  'signIn.stepDone': 'done',
  'signIn.stepRunning': 'in progress',
  'signIn.stepWaiting': 'waiting',
  'signIn.detail': 'For your administrator: {{detail}}',
  'signIn.thisServer': 'your server',

  'signIn.failure.invalid-address.title': 'That is not a sign-in address',
  'signIn.failure.invalid-address.advice':
    'It looks like an e-mail address, for example name@example.com. Check it and try again.',
  'signIn.failure.invalid-discovery-url.title': 'The discovery URL cannot be used',
  'signIn.failure.invalid-discovery-url.advice':
    'It must begin with https://. Copy it again from your administrator, or empty the field.',
  'signIn.failure.host-not-found.title': 'No server was found for this address',
  'signIn.failure.host-not-found.advice':
    'Parley looked for {{host}}. Check the part after the @. Inside a company network you may need its VPN; your administrator can also give you a discovery URL.',
  'signIn.failure.server-unreachable.title': '{{host}} does not answer',
  'signIn.failure.server-unreachable.advice':
    'The server exists, but no connection came about. Check your network and VPN, then try again.',
  'signIn.failure.certificate-untrusted.title': 'The certificate of {{host}} is not trusted',
  'signIn.failure.certificate-untrusted.advice':
    'Nothing was sent to it. If your company has its own certificate authority, ask your administrator to install it on this computer.',
  'signIn.failure.certificate-name-mismatch.title':
    'The certificate of {{host}} belongs to another server',
  'signIn.failure.certificate-name-mismatch.advice':
    'Nothing was sent to it. Check the address and the discovery URL, or ask your administrator.',
  'signIn.failure.certificate-date.title': 'The certificate of {{host}} is not valid at this time',
  'signIn.failure.certificate-date.advice':
    'Nothing was sent to it. Check the date and time of this computer. If they are right, the certificate has expired or is not valid yet: tell your administrator.',
  'signIn.failure.clock-skew.title': 'The clock of this computer is wrong',
  'signIn.failure.clock-skew.advice':
    'Its date or time differs too much from the server’s. Set the clock, then sign in again.',
  'signIn.failure.not-a-ucwa-server.title': '{{host}} offers no UCWA service',
  'signIn.failure.not-a-ucwa-server.advice':
    'It answered, but not as a Skype for Business Server does. Check the address, or ask your administrator for a discovery URL.',
  'signIn.failure.redirect-needs-consent.title': 'Your company’s address leads to {{host}}',
  'signIn.failure.redirect-needs-consent.advice':
    'That is outside of your company’s domain, and the way there is not protected. Go on only if your administrator uses this server; nothing has been sent to it.',
  'signIn.failure.method-not-offered.title': '{{host}} does not take this way to sign in',
  'signIn.failure.method-not-offered.advice':
    'Choose another way below. If none works, ask your administrator which one is allowed for UCWA.',
  'signIn.failure.wrong-password.title': 'Address and password do not match',
  'signIn.failure.wrong-password.advice':
    'Type your password again and mind Caps Lock. If it was changed lately, use the new one.',
  'signIn.failure.windows-account-refused.title': 'Your Windows account was not accepted',
  'signIn.failure.windows-account-refused.advice':
    'This computer’s account is not one of {{host}}, or is not signed in to the company’s domain. Tick “Use another account” and type the one that is.',
  'signIn.failure.meeting-refused.title': 'You could not join this meeting as a guest',
  'signIn.failure.meeting-refused.advice':
    'Check the meeting’s link. The meeting may be over, or its organizer lets no guests in.',
  'signIn.failure.sign-in-window-closed.title': 'The sign-in page was closed',
  'signIn.failure.sign-in-window-closed.advice':
    'Nothing was sent and nothing you typed here was lost. Sign in again when you are ready.',
  'signIn.failure.browser-sign-in-refused.title': '{{host}} did not sign you in',
  'signIn.failure.browser-sign-in-refused.advice':
    'Try again in the browser. If it stays, tell your administrator the line below.',
  'signIn.failure.browser-sign-in-timeout.title': 'The browser did not come back in time',
  'signIn.failure.browser-sign-in-timeout.advice':
    'Sign in again and finish the page in your browser within five minutes.',
  'signIn.failure.client-id-missing.title': '{{host}} admits registered programs only',
  'signIn.failure.client-id-missing.advice': 'Ask your administrator for Parley’s application ID.',
  'signIn.failure.sign-in-needed.title': 'Please sign in once more',
  'signIn.failure.sign-in-needed.advice':
    'Your earlier sign-in has run out, and {{host}} wants to see you again.',
  'signIn.failure.forbidden.title': 'Your account may not use this service',
  'signIn.failure.forbidden.advice':
    'You were recognised. Ask your administrator to enable your account for UCWA and mobility.',
  'signIn.failure.too-many-applications.title': 'You are signed in at too many places',
  'signIn.failure.too-many-applications.advice':
    'Sign out somewhere else, wait a minute, then try again.',
  'signIn.failure.application-expired.title': 'The server ended the session',
  'signIn.failure.application-expired.advice': 'It was inactive for too long. Sign in again.',
  'signIn.failure.user-agent-not-allowed.title': 'This server does not admit Parley',
  'signIn.failure.user-agent-not-allowed.advice':
    'Its policy blocks this program or this version. Ask your administrator.',
  'signIn.failure.server-failure.title': '{{host}} reported a fault',
  'signIn.failure.server-failure.advice':
    'It is not your fault. Try again in a minute; if it stays, tell your administrator the line below.',
  'signIn.failure.timeout.title': '{{host}} took too long to answer',
  'signIn.failure.timeout.advice':
    'Your network or the server is slow at the moment. Try again in a minute.',
  'signIn.failure.offline.title': 'This computer is offline',
  'signIn.failure.offline.advice': 'Connect to a network, then sign in again.',
  'signIn.failure.cancelled.title': 'Sign-in was cancelled',
  'signIn.failure.cancelled.advice': 'Nothing you typed was lost.',
  'signIn.failure.unexpected.title': 'Something unexpected happened',
  'signIn.failure.unexpected.advice':
    'Try again. If it stays, tell your administrator the line below.',

  'signIn.pageTitle': 'Sign in – {{host}}',
  'signIn.browserDone': 'You are signed in. You can close this page and go back to Parley.',

  'signIn.ended.user': 'You are signed out.',
  'signIn.ended.credentials-rejected':
    'The server no longer accepts your sign-in. Sign in again; if your password was changed, with the new one.',
  'signIn.ended.used-elsewhere': 'This session was taken over by another window of Parley.',
  'signIn.ended.too-many-applications':
    'The server ended this session: you are signed in at too many places.',
  'signIn.ended.application-expired':
    'The server ended this session because it was inactive for too long. Sign in again.',
  'signIn.ended.user-agent-not-allowed':
    'The server no longer admits this version of Parley. Ask your administrator.',
} as const;
