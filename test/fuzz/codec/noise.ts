import fc from 'fast-check';
import { decodeText } from '../../../app/util/decode-text.ts';
import { readAnything } from './read-anything.ts';

const contentTypes = [
  'application/json',
  'application/vnd.microsoft.com.ucwa+json; charset=utf-16',
  'text/xml; charset="iso-8859-1"',
  'application/vnd.microsoft.com.ucwa+xml',
  'multipart/related; boundary="b"; type=application/json; start="<1>"',
  'multipart/related; boundary=b',
  'text/html',
];

/** Values that are JSON but perhaps nothing of UCWA, with its names in places. */
const names = ['rel', 'href', '_links', '_embedded', 'sender', 'events', 'link', 'type', 'code'];
const { value: document } = fc.letrec<{ value: unknown; members: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }),
    tie('members'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
  members: fc.dictionary(
    fc.oneof(fc.constantFrom(...names, '__proto__', 'self', 'next'), fc.string({ maxLength: 4 })),
    tie('value'),
    { maxKeys: 6 },
  ),
}));

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<!DOCTYPE x [',
        ']>',
      ),
      fc.constantFrom('<?xml version="1.0"?>', '&amp;', '&#', ';', '"', "'", '=', '\r', '\n', ' '),
      fc.constantFrom(
        'resource',
        'events',
        'sender',
        'property',
        'link',
        'reason',
        'xmlns:a',
        'a:b',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const related = fc
  .array(fc.constantFrom('--b', '--b--', '\r\n', 'Content-ID: <1>', ':', ' ', '{}', '--', 'x'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

const encoder = new TextEncoder();
const body: fc.Arbitrary<Uint8Array> = fc.oneof(
  document.map((value) => encoder.encode(JSON.stringify(value))),
  markup.map((text) => encoder.encode(text)),
  related.map((text) => encoder.encode(text)),
  fc.uint8Array({ maxLength: 200 }),
);

/** Bodies that were never documents, under every type. */
export async function fuzzNoise(cases: number, seed: number): Promise<void> {
  fc.assert(
    fc.property(fc.constantFrom(...contentTypes), body, (contentType, bytes) => {
      readAnything(contentType, decodeText(bytes, contentType));
    }),
    { numRuns: cases, seed },
  );
}
