/** Whether a desktop is a Wayland session, in which no program may take keys from all others. */
export const isWaylandSession = (env: NodeJS.ProcessEnv): boolean => {
  const { XDG_SESSION_TYPE: type = '', WAYLAND_DISPLAY: display = '' } = env;
  return type === 'wayland' || (type !== 'x11' && display !== '');
};
