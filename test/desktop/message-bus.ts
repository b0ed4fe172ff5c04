import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Children } from './children.ts';
import { firstLine } from './children.ts';

/** Services the bus may start when asked; everything else is started by the session or not at all. */
const activatable = ['org.xfce.Xfconf', 'org.a11y.Bus', 'ca.desrt.dconf'];
const systemServices = '/usr/share/dbus-1/services';

/**
 * Starts a session bus of its own. Unlike the usual one it activates only harmless helpers, so
 * that a session without a keyring, notification service or tray really has none.
 * @param folder private folder for socket and configuration
 * @returns the address of the bus
 */
export async function startMessageBus(
  children: Children,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const services = join(folder, 'services');
  await mkdir(services, { recursive: true });
  for (const name of activatable) {
    const file = `${name}.service`;
    await copyFile(join(systemServices, file), join(services, file)).catch(() => {});
  }
  const config = join(folder, 'session.conf');
  await writeFile(config, configuration(join(folder, 'bus'), services));
  const child = children.start(
    'dbus-daemon',
    [`--config-file=${config}`, '--nofork', '--nopidfile', '--nosyslog', '--print-address=3'],
    { env, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] },
  );
  const addresses = child.stdio[3];
  if (addresses === null || addresses === undefined || !('read' in addresses)) {
    throw new Error('The message bus was started without its address pipe.');
  }
  return await children.ready(child, 'The message bus', firstLine(addresses));
}

function configuration(socket: string, services: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}
