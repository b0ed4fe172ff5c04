import fc from 'fast-check';
import { decodeText } from '../../../app/util/decode-text.ts';
import { wireDocuments } from './documents.ts';
import { readAnything } from './read-anything.ts';

/** What befalls the bytes of a body: where, and what. */
type Damage =
  | { readonly do: 'set'; readonly at: number; readonly byte: number }
  | { readonly do: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly do: 'remove'; readonly at: number; readonly length: number }
  | { readonly do: 'repeat'; readonly at: number; readonly length: number }
  | { readonly do: 'cut'; readonly at: number };

const at = fc.nat(1_000_000);
const length = fc.nat(60);
const anyDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ do: fc.constant('set'), at, byte: fc.nat(255) }),
  fc.record({ do: fc.constant('insert'), at, bytes: fc.uint8Array({ maxLength: 8 }) }),
  fc.record({ do: fc.constant('remove'), at, length }),
  fc.record({ do: fc.constant('repeat'), at, length }),
  fc.record({ do: fc.constant('cut'), at }),
);

/** Bytes of real documents, flipped, inserted, lost, repeated and cut off. */
export async function fuzzDamage(cases: number, seed: number): Promise<void> {
  const documents = (await wireDocuments()).map(({ contentType, text }) => ({
    contentType,
    bytes: new TextEncoder().encode(text),
  }));
  const damages = fc.array(anyDamage, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.nat(documents.length - 1), damages, (index, all) => {
      const document = documents[index];
      if (document === undefined) return;
      const bytes = all.reduce(damaged, document.bytes);
      readAnything(document.contentType, decodeText(bytes, document.contentType));
    }),
    { numRuns: cases, seed },
  );
}

function damaged(bytes: Uint8Array, damage: Damage): Uint8Array {
  const place = damage.at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (damage.do) {
    case 'set':
      return Buffer.concat([before, Uint8Array.of(damage.byte), after.subarray(1)]);
    case 'insert':
      return Buffer.concat([before, damage.bytes, after]);
    case 'remove':
      return Buffer.concat([before, after.subarray(damage.length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, damage.length), after]);
    case 'cut':
      return before;
  }
}
