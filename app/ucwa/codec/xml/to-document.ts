import { malformed } from '../../malformed.ts';
import { bare } from '../document/unchecked.ts';
import { attribute, type Element, elementsOf, isOwn, localName, ownText } from './parse-xml.ts';
import { type TypeLookup, typedText } from './typed-text.ts';

/** What UCWA's JSON would be for the same. */
export type Tree = Record<string, unknown>;

/** Where an element stands. */
interface Place {
  /** What the resource around it is, for the types of its properties. */
  readonly resource: string | null;
  /** For messages of errors, such as `/resource/property`. */
  readonly path: string;
  /** How much deeper elements may be nested. */
  readonly depthLeft: number;
}

/**
 * Turns UCWA's XML into the tree that its JSON parses to, so that one reader does for both. Text
 * gets the type that the catalogue gives the property.
 */
export class ToDocument {
  readonly #typeOf: TypeLookup;
  readonly #maxDepth: number;

  constructor(typeOf: TypeLookup, maxDepth: number) {
    this.#typeOf = typeOf;
    this.#maxDepth = maxDepth;
  }

  /** @throws UcwaError 'malformed' for absurd nesting */
  document(root: Element): Tree {
    const name = localName(root.name);
    const place = { resource: name, path: '', depthLeft: this.#maxDepth };
    if (name === 'resource' || name === 'input') return this.#resource(root, place);
    return name === 'events' ? this.#events(root, place) : this.#object(root, place);
  }

  /** `link`, `property`, `propertyList` and `resource` in an element, whatever its name is. */
  #resource(element: Element, place: Place): Tree {
    const below = inside(element, place);
    const children = elementsOf(element);
    const name = ownRelation(children) ?? attribute(element, 'rel');
    const here = { ...below, resource: name };
    const members = new Members();
    const links = new Members();
    const embedded = new Members();
    const href = attribute(element, 'href');
    if (href !== null) links.add('self', { href });
    for (const [key, text] of ownAttributes(element)) {
      if (key !== 'rel' && key !== 'href') members.add(key, this.#text(text, key, here));
    }
    for (const child of children) {
      const kind = localName(child.name);
      if (kind === 'link') {
        links.add(attribute(child, 'rel') ?? '', Object.fromEntries(ownAttributes(child)));
      } else if (kind === 'resource') {
        const resource = this.#resource(child, here);
        const given = typeof resource.rel === 'string' ? resource.rel : kind;
        embedded.add(attribute(child, 'rel') ?? given, resource);
      } else if (kind !== 'sender') {
        const property = this.#propertyName(attribute(child, 'name') ?? kind, name);
        members.add(property, this.#value(child, property, here));
      }
    }
    const tree = members.tree();
    if (!links.isEmpty) tree._links = links.tree();
    if (!embedded.isEmpty) tree._embedded = embedded.tree();
    return tree;
  }

  #events(root: Element, place: Place): Tree {
    const below = inside(root, place);
    const senders = elementsOf(root).filter((child) => localName(child.name) === 'sender');
    return {
      ...this.#resource(root, place),
      sender: senders.map((sender) => ({
        ...Object.fromEntries(ownAttributes(sender)),
        events: eventsIn(sender).map((event) => this.#event(event, inside(sender, below))),
      })),
    };
  }

  /** The name of the element is the type of the event; its attributes are the link. */
  #event(element: Element, place: Place): Tree {
    const below = { ...inside(element, place), resource: null };
    const members = new Members();
    const embedded = new Members();
    const name = localName(element.name);
    const link = Object.fromEntries(ownAttributes(element));
    members.add('type', name === 'event' ? link.type : name);
    if (link.href !== undefined) members.add('link', link);
    if (link.status !== undefined) members.add('status', link.status);
    for (const child of elementsOf(element)) {
      const kind = localName(child.name);
      const attributes = Object.fromEntries(ownAttributes(child));
      if (kind === 'link' || kind === 'in') members.add(kind, attributes);
      else if (kind === 'resource') {
        embedded.add(attributes.rel ?? link.rel ?? kind, this.#resource(child, below));
      } else {
        const property = attributes.name ?? kind;
        members.add(property, this.#value(child, property, { ...below, resource: kind }));
      }
    }
    const tree = members.tree();
    if (!embedded.isEmpty) tree._embedded = embedded.tree();
    return tree;
  }

  /** An element of any other vocabulary: its children by their names. */
  #object(element: Element, place: Place): Tree {
    const below = inside(element, place);
    const members = new Members();
    for (const [key, text] of ownAttributes(element)) members.add(key, text);
    for (const child of elementsOf(element)) {
      const name = attribute(child, 'name') ?? localName(child.name);
      members.add(name, this.#value(child, name, below));
    }
    return members.tree();
  }

  #value(element: Element, property: string, place: Place): unknown {
    if (isNil(element)) return null;
    const children = elementsOf(element);
    const type = this.#typeOf(place.resource, property);
    if (localName(element.name) === 'propertyList' || type?.list === true) {
      if (children.length > 0) return this.#items(element, property, place);
      const text = ownText(element);
      return text.trim() === '' ? [] : [typedText(text, type)];
    }
    if (children.length === 0) return typedText(ownText(element), type);
    if (children.every(isOfResource)) return this.#resource(element, place);
    if (isList(element, children)) return this.#items(element, property, place);
    return this.#object(element, place);
  }

  #items(list: Element, property: string, place: Place): unknown[] {
    const below = inside(list, place);
    const type = this.#typeOf(place.resource, property);
    return elementsOf(list).map((item) => {
      if (isNil(item)) return null;
      if (localName(item.name) === 'resource') return this.#resource(item, below);
      const isPlain = elementsOf(item).length === 0 && ownAttributes(item).length === 0;
      return isPlain ? typedText(ownText(item), type) : this.#object(item, below);
    });
  }

  #text(text: string, property: string, place: Place): unknown {
    return typedText(text, this.#typeOf(place.resource, property));
  }

  /** The server's XML has `Uri` where its JSON has `uri`. */
  #propertyName(name: string, resource: string | null): string {
    const lower = name.charAt(0).toLowerCase() + name.slice(1);
    return lower !== name && this.#typeOf(resource, name) !== null ? lower : name;
  }
}

/** Values by name; what has a name in common becomes a list. */
class Members {
  readonly #values = new Map<string, unknown[]>();

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  add(name: string, value: unknown): void {
    const before = this.#values.get(name);
    if (before === undefined) this.#values.set(name, [value]);
    else before.push(value);
  }

  tree(): Tree {
    const tree = bare<unknown>();
    for (const [name, values] of this.#values) tree[name] = values.length > 1 ? values : values[0];
    return tree;
  }
}

/** The place of what stands in an element. @throws UcwaError 'malformed' when it is too deep */
function inside(element: Element, { resource, path, depthLeft }: Place): Place {
  const here = `${path}/${localName(element.name)}`;
  if (depthLeft < 0) throw malformed('nested too deeply', here);
  return { resource, path: here, depthLeft: depthLeft - 1 };
}

/** The property `rel`: what a resource is, where the attribute says what it is to its parent. */
function ownRelation(children: readonly Element[]): string | null {
  const property = children.find((child) => attribute(child, 'name') === 'rel');
  return property === undefined ? null : ownText(property).trim();
}

function ownAttributes(element: Element): [name: string, text: string][] {
  const own: [string, string][] = [];
  for (const name in element.attributes) {
    if (isOwn(name)) own.push([localName(name), element.attributes[name] ?? '']);
  }
  return own;
}

function eventsIn(sender: Element): Element[] {
  return elementsOf(sender).flatMap((child) => {
    const kind = localName(child.name);
    if (kind === 'events') return elementsOf(child);
    return kind === 'link' || kind === 'property' || kind === 'propertyList' ? [] : [child];
  });
}

/** `xsi:nil`, whatever its prefix is. */
function isNil(element: Element): boolean {
  for (const name in element.attributes) {
    if (localName(name) === 'nil') return /^\s*(?:true|1)\s*$/.test(element.attributes[name] ?? '');
  }
  return false;
}

const resourceParts: ReadonlySet<string> = new Set([
  'link',
  'property',
  'propertyList',
  'resource',
]);

function isOfResource(element: Element): boolean {
  return resourceParts.has(localName(element.name));
}

/** Whether an element only stands around elements of one kind: `parameters` around `parameter`. */
function isList(element: Element, children: readonly Element[]): boolean {
  const [name, ...others] = children.map((child) => localName(child.name));
  if (others.some((other) => other !== name)) return false;
  const own = localName(element.name);
  return others.length > 0 || name === 'item' || name === 'value' || isPlural(own, name ?? '');
}

function isPlural(list: string, item: string): boolean {
  return list === 'metadata' || list.toLowerCase() === `${item.toLowerCase()}s`;
}
