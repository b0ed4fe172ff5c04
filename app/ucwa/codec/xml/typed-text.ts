import type { PropertyValue } from '../../hypermedia/resource.ts';

/** What the text of a property stands for. */
export interface TextType {
  /** The property's name as the documentation, and JSON, spell it. */
  readonly name: string;
  readonly kind: 'string' | 'boolean' | 'number' | 'date' | 'external' | 'enumeration';
  /** The property holds a list of such values. */
  readonly list: boolean;
}

/**
 * Knows the documented type of a property: XML carries text only. Null where nobody knows.
 * @param resource what the resource is; null for inputs of a request
 * @param property in any case: the server's own XML has `Uri` where its JSON has `uri`
 */
export type TypeLookup = (resource: string | null, property: string) => TextType | null;

/** The value of a text: as it is where the type is not known, or the text is not of its type. */
export function typedText(text: string, type: TextType | null): PropertyValue {
  switch (type?.kind) {
    case 'boolean':
      return toBoolean(text);
    case 'number':
      return toNumber(text);
    case 'date':
    case 'enumeration':
      return text.trim();
    default:
      return text;
  }
}

function toBoolean(text: string): PropertyValue {
  switch (text.trim().toLowerCase()) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    case '':
      return null;
    default:
      return text;
  }
}

function toNumber(text: string): PropertyValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) ? finite(trimmed) : text;
}

function finite(text: string): PropertyValue {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
