import { readXmlInput } from '../representation/xml-reader.ts';
import type { Exchange } from './exchange.ts';
import { type BadParameter, invalidParameters, UcwaError } from './ucwa-error.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lookUp(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const key = Object.keys(record).find(
    (candidate) => candidate.toLowerCase() === name.toLowerCase(),
  );
  return key === undefined ? undefined : record[key];
}

/** What can be read, by media type; a body that names none is taken for JSON. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  '': JSON.parse,
  'application/json': JSON.parse,
  'text/json': JSON.parse,
  'application/vnd.microsoft.com.ucwa+json': JSON.parse,
  'application/xml': readXmlInput,
  'text/xml': readXmlInput,
  'application/vnd.microsoft.com.ucwa+xml': readXmlInput,
};

function parseBody(exchange: Exchange): Readonly<Record<string, unknown>> {
  const text = exchange.text();
  if (text.trim() === '') return {};
  const read = readers[exchange.contentType];
  if (read === undefined) {
    throw new UcwaError(415, undefined, 'The content type is not supported.');
  }
  try {
    const parsed: unknown = read(text);
    if (isRecord(parsed)) return parsed;
  } catch {
    // The error below says it.
  }
  throw new UcwaError(400, 'DeserializationFailure', 'The request body could not be read.');
}

function spanMs(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 60_000;
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/i.exec(text);
  const clock = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  const parts = iso ?? clock;
  if (parts === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

/**
 * The properties of a request body, or of the query where the body lacks them. Names do not
 * mind case. What is wrong is collected, and `check` throws it as one 400.
 */
export class Input {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #exchange: Exchange;
  readonly #bad: BadParameter[] = [];

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
    this.#values = parseBody(exchange);
  }

  string(
    name: string,
    limits: { required?: boolean; maxLength?: number } = {},
  ): string | undefined {
    const value = lookUp(this.#values, name) ?? this.#exchange.query(name);
    if (value === undefined || value === null || value === '') {
      if (limits.required === true) this.reject(name);
      return undefined;
    }
    if (
      typeof value !== 'string' ||
      value.length > (limits.maxLength ?? Number.POSITIVE_INFINITY)
    ) {
      this.reject(name);
      return undefined;
    }
    return value;
  }

  /** A text that may be empty; undefined where there is none. */
  text(name: string, limits: { maxLength?: number } = {}): string | undefined {
    return lookUp(this.#values, name) === '' ? '' : this.string(name, limits);
  }

  oneOf(name: string, allowed: readonly string[]): string | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const found = allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
    if (found === undefined) this.reject(name);
    return found;
  }

  boolean(name: string): boolean | undefined {
    const value = lookUp(this.#values, name);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'True') return true;
    if (value === 'false' || value === 'False') return false;
    this.reject(name);
    return undefined;
  }

  number(
    name: string,
    range: { min: number; max: number; required?: boolean },
  ): number | undefined {
    const value = lookUp(this.#values, name) ?? this.#exchange.query(name);
    if (value === undefined || value === null) {
      if (range.required === true) this.reject(name);
      return undefined;
    }
    const number = Number(value);
    if (Number.isFinite(number) && number >= range.min && number <= range.max) return number;
    this.reject(name);
    return undefined;
  }

  /** A length of time in milliseconds: minutes as a number, `PT5M` or `00:05:00`. */
  span(name: string): number | undefined {
    const value = lookUp(this.#values, name) ?? this.#exchange.query(name);
    if (value === undefined || value === null || value === '') return undefined;
    const lengthMs = spanMs(String(value));
    if (lengthMs === undefined) this.reject(name);
    return lengthMs;
  }

  /** A list of names out of `allowed`, each in the case it has there. */
  someOf(name: string, allowed: readonly string[]): readonly string[] | undefined {
    return this.strings(name)?.flatMap((value) => {
      const found = allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
      if (found === undefined) this.reject(name);
      return found ?? [];
    });
  }

  /** A list of strings; a single string counts as a list of one. */
  strings(name: string): readonly string[] | undefined {
    const value = lookUp(this.#values, name);
    if (value === undefined || value === null) return undefined;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (list.every((item): item is string => typeof item === 'string')) return list;
    this.reject(name);
    return undefined;
  }

  /** The target of a link in the body, or an ExternalResource given as a plain property. */
  href(rel: string): string | undefined {
    const links = lookUp(this.#values, '_links');
    const link = isRecord(links) ? lookUp(links, rel) : lookUp(this.#values, rel);
    if (typeof link === 'string') return link;
    const href = isRecord(link) ? lookUp(link, 'href') : undefined;
    return typeof href === 'string' ? href : undefined;
  }

  /** Marks a parameter as bad; each is named once. */
  reject(name: string, reason = 'Invalid'): void {
    if (this.#bad.some((parameter) => parameter.name === name)) return;
    this.#bad.push({ name, reason });
  }

  check(): void {
    if (this.#bad.length > 0) throw invalidParameters(this.#bad);
  }
}
