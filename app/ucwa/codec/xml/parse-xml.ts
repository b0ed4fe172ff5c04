import {
  type XmlElement as Element,
  parseXml as parse,
  XmlElement,
  XmlError,
  XmlText,
} from '@rgrove/parse-xml';
import { malformed } from '../../malformed.ts';

export type { Element };

/** More characters than any response may have (`maxBodyBytes`). */
const maxLength = 8 * 1024 * 1024;
/** Each tag costs memory many times its length. */
const maxTags = 400_000;

/**
 * The root element of a document. The parser is a strict one: it knows the five entities of XML
 * and no others, whatever a document type declares, and loads nothing.
 * @throws UcwaError 'malformed' with line and column, where there is a place to name
 */
export function parseXml(text: string): Element {
  if (text.length > maxLength) throw malformed('too long', `character ${maxLength}`);
  limitTags(text);
  // As XML 1.0 section 2.11 wants it; in one go, for the parser does it one by one.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  // Many files start with blanks before the declaration, which must be first.
  const start = lines.search(/[^\ufeff\s]/);
  try {
    const { root } = parse(start > 0 ? lines.slice(start) : lines);
    if (root !== null) return root;
  } catch (error) {
    throw fromParser(error, start > 0 ? lines.slice(0, start) : '');
  }
  throw malformed('no element', 'line 1, column 1');
}

/** Elements below an element, in order. */
export function elementsOf(parent: Element): Element[] {
  return parent.children.filter((child) => child instanceof XmlElement);
}

/** The text right in an element, CDATA sections included, comments and instructions not. */
export function ownText(element: Element): string {
  let text = '';
  for (const child of element.children) if (child instanceof XmlText) text += child.text;
  return text;
}

/** A name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its local name; null without it. */
export function attribute(element: Element, name: string): string | null {
  const direct = element.attributes[name];
  if (direct !== undefined) return direct;
  for (const key in element.attributes) {
    if (localName(key) === name && isOwn(key)) return element.attributes[key] ?? null;
  }
  return null;
}

/**
 * Whether an attribute carries data: it is neither a namespace declaration, nor one of XML's own,
 * nor one of XML Schema's (`xsi:nil`, whatever its prefix is).
 */
export function isOwn(attributeName: string): boolean {
  if (!attributeName.includes(':')) return attributeName !== 'xmlns';
  return !/^(?:xmlns|xml):|:(?:nil|type|schemaLocation|noNamespaceSchemaLocation)$/.test(
    attributeName,
  );
}

function limitTags(text: string): void {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > maxTags) throw malformed('too many tags', `character ${at}`);
  }
}

/** @param skipped what was left out at the start of the text */
function fromParser(error: unknown, skipped: string): unknown {
  if (error instanceof XmlError) {
    const before = skipped.split('\n');
    const line = error.line + before.length - 1;
    const column = error.column + (error.line === 1 ? (before.at(-1)?.length ?? 0) : 0);
    return malformed('not XML', `line ${line}, column ${column}`);
  }
  // The parser goes down one call for each level.
  if (error instanceof RangeError) return malformed('nested too deeply', 'line 1, column 1');
  return error;
}
