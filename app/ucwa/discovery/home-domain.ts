/** Whether a host is a domain's own: the domain itself or something below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether a redirect stays in the domain of the host that answers it. */
export function isAtHome(target: URL, from: string): boolean {
  const { hostname } = new URL(from);
  return isWithin(target.hostname, homeOf(hostname));
}

/** `example.com` of `web.example.com`. A short name or an address of numbers is its own domain. */
function homeOf(hostname: string): string {
  const isNumber = /^[\d.]+$|:/.test(hostname);
  return isNumber ? hostname : hostname.replace(/^[^.]+\.(?=[^.]+\.)/, '');
}
