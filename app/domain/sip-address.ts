/** Whole address with scheme; the sign-in command has the same limit. */
const maxLength = 320;

/** RFC 3261 `user`: unreserved, user-unreserved and escaped characters. */
const user = /^(?:[A-Za-z0-9\-_.!~*'()&=+$,;?/]|%[0-9A-Fa-f]{2})+$/;

/** RFC 1123 host labels, or what IDN makes of them; IPv4 fits too. */
const host =
  /^(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)*$/u;

const port = /^[0-9]{1,5}$/;

/** `;name=value` parameters, such as `;gruu;opaque=app:conf:…`. */
const parameters = /^(?:;[A-Za-z0-9\-_.!~*'()[\]/:&+$%]+(?:=[A-Za-z0-9\-_.!~*'()[\]/:&+$%]+)?)*$/;

/**
 * Reads `alex@example.com` or `sip:alex@example.com;params` (RFC 3261 § 19.1, without password and
 * headers). Gives the `sip:` URI with the host in lower case, or null when it is none.
 */
export function readSipAddress(text: string): string | null {
  if (text.length > maxLength) return null;
  const bare = text.replace(/^sips?:/i, '');
  const scheme = /^sips:/i.test(text) ? 'sips:' : 'sip:';
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const userPart = bare.slice(0, at);
  const rest = bare.slice(at + 1);
  const semicolon = rest.indexOf(';');
  const hostPort = semicolon < 0 ? rest : rest.slice(0, semicolon);
  const parameterPart = semicolon < 0 ? '' : rest.slice(semicolon);
  const [hostPart = '', portPart] = splitPort(hostPort);
  const valid =
    user.test(userPart) &&
    host.test(hostPart) &&
    (portPart === undefined || port.test(portPart)) &&
    parameters.test(parameterPart);
  return valid ? `${scheme}${userPart}@${hostPort.toLowerCase()}${parameterPart}` : null;
}

function splitPort(hostPort: string): readonly [string, string?] {
  const colon = hostPort.indexOf(':');
  return colon < 0 ? [hostPort] : [hostPort.slice(0, colon), hostPort.slice(colon + 1)];
}
