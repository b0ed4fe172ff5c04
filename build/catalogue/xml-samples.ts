import type { Observation, ObservationLog } from './observations.ts';

const tags =
  /<(\/?)(resource|property|propertyList|item|link)\b((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>([^<]*)/g;

/**
 * Notes what an XML sample shows. The samples are machine-made and regular: names, texts and
 * nesting are all that is needed of them, and all that is looked at.
 * @param resource the name to note the outermost resource under
 */
export function observeXml(text: string, resource: string, log: ObservationLog): void {
  const names: string[] = [];
  let list: string | null = null;
  for (const [, closing, tag, attributes = '', empty, content = ''] of text.matchAll(tags)) {
    const name = names.at(-1);
    if (tag === 'resource') {
      if (closing === '/') names.pop();
      else if (empty !== '/') {
        names.push(names.length === 0 ? resource : (attribute(attributes, 'rel') ?? resource));
      }
    } else if (name === undefined || closing === '/') {
      list = tag === 'propertyList' ? null : list;
    } else if (tag === 'propertyList') {
      list = attribute(attributes, 'name');
    } else if (tag === 'item') {
      if (list !== null) log.add(name, list, observation(content, true));
    } else if (tag === 'property') {
      const property = attribute(attributes, 'name');
      if (property !== null && property !== 'rel') {
        log.add(name, property, observation(content, false));
      }
    } else if (/^data:/i.test(attribute(attributes, 'href') ?? '')) {
      const rel = attribute(attributes, 'rel');
      if (rel !== null) log.add(name, rel, { type: 'external', list: false, text: null });
    }
  }
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function observation(content: string, list: boolean): Observation {
  const text = content.trim();
  if (/^(?:true|false)$/i.test(text)) return { type: 'boolean', list, text: null };
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return { type: 'date', list, text: null };
  // In XML a number and a text made of digits look the same.
  if (/^-?\d+$/.test(text)) return { type: 'digits', list, text: null };
  return { type: 'string', list, text };
}
