import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../app/util/decode-text.ts';

const wide = (text: string, mark = '\ufeff') => Buffer.from(mark + text, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const json = '{"name":"Ünï"}';

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(json), null],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${json}`), 'application/json; charset=iso-8859-1'],
    ['UTF-16 with a mark', wide(json), 'application/json; charset=utf-8'],
    ['UTF-16 the other way', swapped(wide(json)), null],
    ['UTF-16 without a mark', wide(json, ''), null],
    ['UTF-16 the other way without a mark', swapped(wide(json, '')), 'application/json'],
    ['what the charset says', Buffer.from(json, 'latin1'), 'text/json;charset="ISO-8859-1"'],
    ['an unknown charset as UTF-8', Buffer.from(json), 'application/json; charset=klingon'],
  ])('reads %s', (_, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe(json);
  });

  it('believes an XML declaration when nothing else says', () => {
    const xml = '<?xml version="1.0" encoding="iso-8859-1"?><a>ü</a>';
    expect(decodeText(Buffer.from(xml, 'latin1'))).toBe(xml);
    expect(decodeText(Buffer.from(xml), 'text/xml; charset=utf-8')).toBe(xml);
  });

  it('finds the declaration after blanks, and does not believe that bytes are UTF-16', () => {
    const late = '\n  <?xml version="1.0" encoding="iso-8859-1"?><a>ü</a>';
    expect(decodeText(Buffer.from(late, 'latin1'))).toBe(late);
    const untrue = '<?xml version="1.0" encoding="utf-16"?><a>ü</a>';
    expect(decodeText(Buffer.from(untrue))).toBe(untrue);
    expect(decodeText(wide(untrue, ''))).toBe(untrue);
  });

  it('reads nothing, and wrong bytes, without failing', () => {
    expect(decodeText(new Uint8Array())).toBe('');
    expect(decodeText(Uint8Array.of(0x61, 0xff, 0x62))).toBe('a\ufffdb');
  });
});
