import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { observeJson } from './json-samples.ts';
import { ObservationLog, type Observations } from './observations.ts';
import { observeXml } from './xml-samples.ts';

/** What the samples show; JSON is asked first, since it tells numbers and truth values from text. */
export interface Samples {
  readonly json: Observations;
  readonly xml: Observations;
  /** What a resource says that it is when it is read, by the resource's name. */
  readonly rels: ReadonlyMap<string, string>;
}

/** Reads `<folder>/<resource>/*.json` and `*.xml`, each resource under the name of its folder. */
export async function readSamples(folder: string): Promise<Samples> {
  const json = new ObservationLog();
  const xml = new ObservationLog();
  const rels = new Map<string, string>();
  for (const resource of (await readdir(folder)).sort()) {
    for (const file of (await readdir(join(folder, resource))).sort()) {
      const text = (await readFile(join(folder, resource, file), 'utf8')).replace(/^\ufeff/, '');
      const rel = file.startsWith('get.response.') ? relOf(text) : null;
      if (rel !== null) rels.set(resource, rel);
      // Events name their resources themselves.
      const name = file.startsWith('event.') ? null : resource;
      if (file.endsWith('.json')) observeJson(JSON.parse(text), name, json);
      if (file.endsWith('.xml') && name !== null) observeXml(text, name, xml);
    }
  }
  return { json: json.seen, xml: xml.seen, rels };
}

/** The outermost resource's own relation, in either syntax. */
function relOf(text: string): string | null {
  return (
    /^\s*\{\s*"rel"\s*:\s*"(\w+)"/.exec(text)?.[1] ??
    /<resource rel="(\w+)"/.exec(text)?.[1] ??
    null
  );
}
