/** The frame of the main window: header, tabs, banners, notices, dialogs. */
export const shell = {
  'app.name': 'Parley',
  'shell.loading': 'Starting Parley',
  'shell.tab.people': 'People',
  'shell.tab.chats': 'Chats',
  'shell.tab.recents': 'Recent',
  'shell.tab.meetings': 'Meetings',
  'shell.sections': 'Sections',
  'shell.me': 'Your presence: {{presence}}',
  'shell.settings': 'Settings',
  'shell.about': 'About Parley',
  'shell.signOut': 'Sign out',
  'shell.recovering': 'Connection lost. Recovering; calls that are up go on.',
  'shell.notices': 'Notices',
  'shell.dismissNotice': 'Dismiss',
  'shell.close': 'Close',
  'shell.idleTitle': 'Ready when you are',
  'shell.idleText': 'Type a name, an address or a number to call, or pick somebody from the list.',
  'shell.stage': 'Calls',
  'shell.crashed': 'This part of Parley stopped working',
  'shell.crashedAdvice': 'Reload the window: calls and sign-in go on in the background.',
  'shell.reload': 'Reload',

  'about.title': 'About Parley',
  'about.version': 'Version {{version}}',
  'about.runtime': 'Runs on Electron {{electron}} with Chromium {{chromium}}',
  'about.testRuntime':
    'This Electron is out of support and only for tests. Do not use it for daily work.',
  'about.license': 'MIT licence. For Skype for Business Server, over UCWA 2.0.',
  'about.keychain.kept': 'Your sign-in is kept in the keychain of this computer.',
  'about.keychain.memory-only':
    'No keychain was found: your sign-in is kept in memory until Parley quits.',

  'close.title': 'Close Parley?',
  'close.text':
    'This desktop has no tray. If Parley quits, calls no longer reach you here; minimised, it goes on ringing.',
  'close.minimize': 'Minimise',
  'close.quit': 'Quit',
  'close.cancel': 'Cancel',
} as const;
