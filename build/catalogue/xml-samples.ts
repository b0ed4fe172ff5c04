import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { Observation, ObservationLog } from './observations.ts';

/**
 * Notes what an XML document shows, of the resource itself and of those inside it.
 * @param resource the name to note the outermost resource under
 */
export function observeXml(text: string, resource: string, log: ObservationLog): void {
  const root = parseXml(text).root;
  if (root?.name === 'resource' || root?.name === 'input') observeResource(root, resource, log);
}

function observeResource(element: XmlElement, resource: string, log: ObservationLog): void {
  for (const child of elementsOf(element)) {
    const { name: property = '', rel = '', href = '' } = child.attributes;
    switch (child.name) {
      case 'resource':
        observeResource(child, rel, log);
        break;
      case 'property':
        if (property !== 'rel') log.add(resource, property, observation(child.text, false));
        break;
      case 'propertyList':
        for (const item of elementsOf(child)) {
          log.add(resource, property, observation(item.text, true));
        }
        break;
      case 'link':
        if (/^data:/i.test(href)) {
          log.add(resource, rel, { type: 'external', list: false, text: null });
        }
    }
  }
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement);
}

function observation(content: string, list: boolean): Observation {
  const text = content.trim();
  if (/^(?:true|false)$/i.test(text)) return { type: 'boolean', list, text: null };
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return { type: 'date', list, text: null };
  // In XML a number and a text made of digits look the same.
  if (/^-?\d+$/.test(text)) return { type: 'digits', list, text: null };
  return { type: 'string', list, text };
}
