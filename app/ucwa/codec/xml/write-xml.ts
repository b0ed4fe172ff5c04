import type { PropertyValue } from '../../hypermedia/resource.ts';

const namespace = 'http://schemas.microsoft.com/rtc/2012/03/ucwa';

/** What a document consists of. */
export interface XmlContent {
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly links?: Readonly<Record<string, string>>;
}

/**
 * UCWA's XML of a request. A property without a value (null) is left out, which says the same.
 * @param root `input` for what a POST carries, `resource` for a PUT
 */
export function writeXml(root: 'input' | 'resource', { properties, links }: XmlContent): string {
  const external = Object.entries(links ?? {}).map(
    ([rel, href]) => `<link rel="${attributeText(rel)}" href="${attributeText(href)}"/>`,
  );
  const content = [...external, ...Object.entries(properties).map(property)].join('');
  return `<?xml version="1.0" encoding="utf-8"?><${root} xmlns="${namespace}">${content}</${root}>`;
}

function property([name, value]: readonly [string, PropertyValue]): string {
  const named = `name="${attributeText(name)}"`;
  if (value === null) return '';
  if (isList(value)) {
    return `<propertyList ${named}>${value.map(item).join('')}</propertyList>`;
  }
  return `<property ${named}>${content(value)}</property>`;
}

function item(value: PropertyValue): string {
  return value === null
    ? ''
    : `<item>${isList(value) ? value.map(item).join('') : content(value)}</item>`;
}

function content(value: Exclude<PropertyValue, null | readonly PropertyValue[]>): string {
  if (typeof value === 'object') return Object.entries(value).map(property).join('');
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return elementText(isoDate(String(value)));
}

/** A moment that is written as in JSON, as XML has it; any other text as it is. */
function isoDate(text: string): string {
  const timeMs = Number(/^\/Date\((-?\d{1,15})\)\/$/.exec(text)?.[1] ?? Number.NaN);
  return Number.isNaN(timeMs) ? text : new Date(timeMs).toISOString();
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** A carriage return would be read as a line feed if it stood there as it is. */
function elementText(text: string): string {
  return allowed(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#xD;');
}

function attributeText(text: string): string {
  return elementText(text).replace(/"/g, '&quot;').replace(/\t/g, '&#x9;').replace(/\n/g, '&#xA;');
}

/** What XML 1.0 cannot carry at all becomes the replacement character. */
function allowed(text: string): string {
  return text.replace(
    /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
    '\u{fffd}',
  );
}
