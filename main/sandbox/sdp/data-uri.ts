/** What a `data:` URI holds. */
export interface DataUri {
  readonly mediaType: string;
  /** Parameters of the media type, such as `charset` and `boundary`. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

export function sdpDataUri(sdp: string): string {
  return `data:application/sdp;base64,${Buffer.from(sdp).toString('base64')}`;
}

/** Form encoding as the real server writes it: `+` for a space, lower-case `%xx`. */
export function formEncode(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text)) {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9\-_.!*()]/.test(character)) encoded += character;
    else if (character === ' ') encoded += '+';
    else encoded += `%${byte.toString(16).padStart(2, '0')}`;
  }
  return encoded;
}

export function textDataUri(format: 'Plain' | 'Html', text: string): string {
  return `data:text/${format === 'Html' ? 'html' : 'plain'};charset=utf-8,${formEncode(text)}`;
}

function percentDecode(text: string): Buffer {
  const bytes: number[] = [];
  const source = Buffer.from(text.replace(/\+/g, ' '));
  for (let index = 0; index < source.length; index += 1) {
    const hex = source[index] === 0x25 ? source.toString('latin1', index + 1, index + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      index += 2;
    } else bytes.push(source[index] ?? 0);
  }
  return Buffer.from(bytes);
}

/**
 * Reads a `data:` URI (RFC 2397) with UCWA's habits: form encoding where it is not base64, and
 * stray white space around the parts. Undefined when it is not one.
 */
export function parseDataUri(uri: string): DataUri | undefined {
  const match = /^\s*data\s*:([^,]*),([\s\S]*)$/i.exec(uri);
  if (match === null) return undefined;
  const [mediaType = '', ...rest] = (match[1] ?? '').split(';').map((part) => part.trim());
  const parameters = new Map<string, string>();
  let base64 = false;
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (part.toLowerCase() === 'base64') base64 = true;
    else if (equals > 0)
      parameters.set(part.slice(0, equals).toLowerCase(), part.slice(equals + 1));
  }
  const data = match[2] ?? '';
  const bytes = base64
    ? Buffer.from(percentEscapesOnly(data).replace(/\s/g, ''), 'base64')
    : percentDecode(data);
  return { mediaType: mediaType.toLowerCase(), parameters, bytes };
}

function percentEscapesOnly(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
