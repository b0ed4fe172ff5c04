/** Specs that use the desktop of test/desktop (notifications, tray, keys, keyring): Linux only. */
export const linuxSpecs: readonly string[] = [
  'call.spec.ts',
  'demo.spec.ts',
  'hostile-input.spec.ts',
  'keyboard.spec.ts',
  'keychain.spec.ts',
  'no-keychain.spec.ts',
  'no-tray.spec.ts',
  'os-sandbox.spec.ts',
  'outcomes.spec.ts',
  'page-crash.spec.ts',
  'recovery.spec.ts',
  'second-start.spec.ts',
  'settings.spec.ts',
  'terminal.spec.ts',
  'tray-and-keys.spec.ts',
  'trusted-server.spec.ts',
];
