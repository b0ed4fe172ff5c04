import path from 'node:path';

export interface Pair {
  readonly json: string;
  readonly xml: string;
}

/**
 * The files that are the JSON and the XML of one document: they differ in the extension, or in
 * `json` and `xml` as a word of the name (`Note_json.json`, `Note_xml.xml`) or as the name of a
 * folder (`json/Note.json`, `xml/Note.xml`).
 */
export function pairsOf(files: readonly string[]): Pair[] {
  const plain = pairsBy(files, withoutExtension);
  const paired = new Set(plain.flatMap(({ json, xml }) => [json, xml]));
  const others = files.filter((file) => !paired.has(file));
  return [...plain, ...pairsBy(others, withoutSyntax)];
}

function pairsBy(files: readonly string[], keyOf: (file: string) => string): Pair[] {
  const found = new Map<string, { json: string[]; xml: string[] }>();
  for (const file of files) {
    const key = keyOf(file);
    const both = found.get(key) ?? { json: [], xml: [] };
    found.set(key, both);
    both[isXml(file) ? 'xml' : 'json'].push(file);
  }
  return [...found.values()].flatMap(({ json: [json, ...more], xml: [xml, ...others] }) =>
    // With several of one syntax nobody knows which belongs to which.
    json === undefined || xml === undefined || more.length + others.length > 0
      ? []
      : [{ json, xml }],
  );
}

/** Whether a file holds XML, by its name. */
export function isXml(file: string): boolean {
  return /\.xml$/i.test(file);
}

const withoutExtension = (file: string): string => file.replace(/\.(?:json|xml)$/i, '');

function withoutSyntax(file: string): string {
  const words = withoutExtension(file)
    .split(path.sep)
    .map((part) => part.split(/[\s._-]+/).filter((word) => !/^(?:json|xml)$/i.test(word)));
  return words.map((part) => part.join('.').toLowerCase()).join('/');
}
