import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { UcwaError } from '../../../../../app/ucwa/ucwa-error.ts';
import {
  noUcwaReference,
  ucwaReference,
  ucwaReferencePath,
} from '../../../../support/ucwa-reference.ts';

const codec = new JsonCodec();
const base = 'https://fe1.example.test/';

function jsonFiles(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const file = path.join(directory, name);
    if (statSync(file).isDirectory()) return jsonFiles(file);
    return name.endsWith('.json') ? [file] : [];
  });
}

/** Decodes the file as what it is; gives the number of events, or -1 for a resource. */
function decode(file: string): number {
  const text = readFileSync(file, 'utf8');
  if (!/"sender"\s*:/.test(text)) {
    codec.decodeResource(text, base);
    return -1;
  }
  const document = codec.decodeEvents(text, base);
  expect(document.skipped).toEqual([]);
  return document.events.length;
}

it('decodes every published JSON sample', ({ skip }) => {
  skip(ucwaReference === null, noUcwaReference);
  const files = jsonFiles(ucwaReferencePath('samples')).filter((file) => {
    return !readFileSync(file, 'utf8').trimStart().startsWith('[');
  });
  expect(files.length).toBeGreaterThan(200);
  for (const file of files) {
    if (path.basename(file).startsWith('event.')) expect(decode(file), file).toBeGreaterThan(0);
    else decode(file);
  }
});

it("decodes every payload of the hosted service's dialect, or says where it is malformed", ({
  skip,
}) => {
  skip(ucwaReference === null, noUcwaReference);
  const files = jsonFiles(ucwaReferencePath('saas'));
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    try {
      decode(file);
    } catch (error) {
      expect(error, file).toBeInstanceOf(UcwaError);
      expect(path.basename(file)).toMatch(/_Malformed/);
    }
  }
});

it('reads no event body, whole or cut at any place, without a plain outcome', ({ skip }) => {
  skip(ucwaReference === null, noUcwaReference);
  const file = ucwaReferencePath('saas/Event_IncomingAudioCall.json');
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  expect(codec.decodeEvents(text, base).events[0]?.resource?.rel).toBe('audioVideoInvitation');
  for (let length = 0; length < text.trimEnd().length; length += 97) {
    expect(() => codec.decodeEvents(text.slice(0, length), base)).toThrow(UcwaError);
  }
});
