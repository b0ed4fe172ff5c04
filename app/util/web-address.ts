const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Whether a URL's `hostname` is this computer, by its name. */
export function isLoopbackHost(hostname: string): boolean {
  return loopback.test(hostname);
}

/** Scheme and host of an address, for the log: the rest may hold what is nobody's business. */
export function schemeAndHost(address: string): string {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return 'no address';
  }
}
