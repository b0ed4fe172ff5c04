import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function children(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => child instanceof XmlElement);
}

function text(parent: XmlElement): string {
  return parent.children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
}

function items(list: XmlElement): readonly string[] {
  return children(list).map(text);
}

/**
 * What a client sends in UCWA's XML, in the shape that its JSON would have: `input` of a POST and
 * `resource` of a PUT alike. Values stay texts.
 * @throws when it is not XML, or another document
 */
export function readXmlInput(document: string): Readonly<Record<string, unknown>> {
  const { root } = parseXml(document.trimStart());
  if (root === null || !['input', 'resource'].includes(localName(root.name)))
    throw new Error('not an input');
  const values: Record<string, unknown> = {};
  const links: Record<string, { readonly href: string }> = {};
  for (const child of children(root)) {
    const { name, rel, href } = child.attributes;
    const kind = localName(child.name);
    if (kind === 'property' && name !== undefined) values[name] = text(child);
    else if (kind === 'propertyList' && name !== undefined) values[name] = items(child);
    else if (kind === 'link' && rel !== undefined && href !== undefined) links[rel] = { href };
  }
  return Object.keys(links).length === 0 ? values : { ...values, _links: links };
}
