import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders of a home, as the XDG Base Directory Specification names them. */
export interface Home {
  readonly configDir: string;
  readonly runtimeDir: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Makes a home for a session: panel and notification service set up, no first-run dialogs. */
export async function prepareHome(home: string): Promise<Home> {
  const configDir = join(home, '.config');
  const runtimeDir = join(home, '.run');
  const dataDir = join(home, '.local', 'share');
  const channels = join(configDir, 'xfce4', 'xfconf', 'xfce-perchannel-xml');
  await mkdir(channels, { recursive: true });
  await mkdir(dataDir, { recursive: true });
  await mkdir(runtimeDir, { recursive: true });
  await chmod(runtimeDir, 0o700);
  await writeFile(join(channels, 'xfce4-panel.xml'), panelChannel);
  await writeFile(join(channels, 'xfce4-notifyd.xml'), notifydChannel);
  await prepareDunst(configDir);
  return {
    configDir,
    runtimeDir,
    env: {
      HOME: home,
      XDG_CONFIG_HOME: configDir,
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_DATA_HOME: dataDir,
      XDG_RUNTIME_DIR: runtimeDir,
    },
  };
}

/** The file that says which entry the context menu of dunst is to choose. */
export function dunstChoiceFile(configDir: string): string {
  return join(configDir, 'dunst', 'choice');
}

/**
 * dunst shows the actions of a notification through a menu program of the user's choice: here one
 * that chooses the entry named in a file, instead of a person with a mouse.
 */
async function prepareDunst(configDir: string): Promise<void> {
  const folder = join(configDir, 'dunst');
  await mkdir(folder, { recursive: true });
  const menu = join(folder, 'menu');
  await writeFile(menu, `#!/bin/sh\nexec grep -F -m 1 -f '${dunstChoiceFile(configDir)}'\n`);
  await chmod(menu, 0o755);
  await writeFile(join(folder, 'dunstrc'), `[global]\n    dmenu = ${menu}\n    width = 360\n`);
}

const panelChannel = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=8;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
        <value type="int" value="4"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
    <property name="plugin-4" type="string" value="clock"/>
  </property>
</channel>
`;

const notifydChannel = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-notifyd" version="1.0">
  <property name="do-fadeout" type="bool" value="false"/>
  <property name="do-slideout" type="bool" value="false"/>
  <property name="initial-opacity" type="double" value="1.0"/>
  <property name="notify-location" type="uint" value="2"/>
</channel>
`;
