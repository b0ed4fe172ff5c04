import { propertyType } from '../catalogue/property-type.ts';
import { Codecs } from './codecs.ts';
import { JsonCodec } from './json/json-codec.ts';
import { XmlCodec } from './xml/xml-codec.ts';

/** A syntax that requests may be written in. */
export type Syntax = 'json' | 'xml';

/**
 * Everything UCWA is written in; requests are written, and answers asked for, in `syntax`.
 * @param maxDepth how deep an answer may be nested
 */
export function ucwaCodecs(syntax: Syntax = 'json', maxDepth?: number): Codecs {
  const json = new JsonCodec(maxDepth);
  const xml = new XmlCodec(propertyType, maxDepth);
  return syntax === 'json' ? new Codecs(json, xml) : new Codecs(xml, json);
}
