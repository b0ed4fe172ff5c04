import fc from 'fast-check';
import { type WireDocument, wireDocuments } from './documents.ts';
import { readAnything } from './read-anything.ts';

/** What is put where a part of a document was, as text of each syntax. */
const jsonPieces = [
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '-1.5e300',
  '"\\u0000"',
  '[[[[]]]]',
  '{"__proto__":{"x":1}}',
  '{"constructor":1,"toString":2}',
  '{"href":"http://["}',
  '{"href":7}',
  '{"_links":{"self":{"href":"/x"}}}',
  '{"_embedded":{"x":[null,7,{}]}}',
  '{"rel":"ms:rtc:saas:","baseuri":"nowhere"}',
  `${'['.repeat(60)}${']'.repeat(60)}`,
];
const xmlPieces = [
  '',
  'text',
  '<![CDATA[<a>]]>',
  '<!-- - -->',
  '<?pi x?>',
  '&#x41;&#0;',
  '&unknown;',
  '<resource/>',
  '<link rel="x" href="http://["/>',
  '<link/>',
  '<property name="__proto__">x</property>',
  '<propertyList name="x"><item/><item><a/></item></propertyList>',
  '<property name="rel"/>',
  '<sender/>',
  '<a xmlns:b="c" b:nil="true"/>',
  `${'<resource>'.repeat(60)}${'</resource>'.repeat(60)}`,
];

/** A value of JSON, or a tag, a text or an attribute of XML. */
const jsonParts = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;
const xmlParts = /<[^>]*>|[^<]+/g;

interface Mutation {
  readonly do: 'replace' | 'insert' | 'remove' | 'double' | 'move';
  readonly at: number;
  readonly to: number;
}

/** Parts of real documents, replaced by others, inserted, lost, doubled and moved. */
export async function fuzzMutations(cases: number, seed: number): Promise<void> {
  const documents = (await wireDocuments()).map((document) => ({
    ...document,
    parts: partsOf(document),
  }));
  const mutation: fc.Arbitrary<Mutation> = fc.record({
    do: fc.constantFrom('replace', 'insert', 'remove', 'double', 'move'),
    at: fc.nat(100_000),
    to: fc.nat(100_000),
  });
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.nat(documents.length - 1), mutations, (index, all) => {
      const document = documents[index];
      if (document === undefined) return;
      const pieces = document.contentType.endsWith('xml') ? xmlPieces : jsonPieces;
      const parts = [...document.parts];
      for (const each of all) mutate(parts, each, pieces);
      readAnything(document.contentType, parts.join(''));
    }),
    { numRuns: cases, seed },
  );
}

function partsOf({ contentType, text }: WireDocument): string[] {
  return text.match(contentType.endsWith('xml') ? xmlParts : jsonParts) ?? [];
}

function mutate(parts: string[], mutation: Mutation, pieces: readonly string[]): void {
  const at = mutation.at % (parts.length + 1);
  const piece = pieces[mutation.to % pieces.length] ?? '';
  switch (mutation.do) {
    case 'replace':
      parts.splice(at, 1, piece);
      break;
    case 'insert':
      parts.splice(at, 0, piece);
      break;
    case 'remove':
      parts.splice(at, 1);
      break;
    case 'double':
      parts.splice(at, 0, ...parts.slice(at, at + (mutation.to % 12)));
      break;
    case 'move':
      parts.splice(mutation.to % (parts.length + 1), 0, ...parts.splice(at, 1 + (mutation.to % 3)));
      break;
  }
}
