import { relationName } from '../../hypermedia/relation.ts';
import { malformed } from '../../malformed.ts';
import { Members, type Tree } from './members.ts';
import { attribute, type Element, elementsOf, isOwn, localName, ownText } from './parse-xml.ts';
import { type TextType, type TypeLookup, typedText } from './typed-text.ts';

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
    if (name === 'link') return { _links: { [attribute(root, 'rel') ?? '']: attributesOf(root) } };
    return name === 'events' ? this.#events(root, place) : this.#object(root, place);
  }

  /**
   * `link`, `property`, `propertyList` and `resource` in an element, whatever its name is.
   * @param key the attribute that the element's own name was taken from
   */
  #resource(element: Element, place: Place, key: string | null = null): Tree {
    const below = inside(element, place);
    const children = elementsOf(element);
    const relation = ownRelation(children) ?? attribute(element, 'rel');
    const name = relation === null ? null : relationName(relation);
    const here = { ...below, resource: name };
    const members = new Members();
    const links = new Members();
    const embedded = new Members();
    const href = attribute(element, 'href');
    if (href !== null) links.add('self', { href });
    for (const [given, text] of ownAttributes(element)) {
      if (given === 'rel' || given === 'href' || given === key) continue;
      const type = this.#typeOf(name, given);
      members.add(type?.name ?? given, typedText(text, type));
    }
    for (const child of children) {
      const kind = localName(child.name);
      if (kind === 'link') {
        links.add(attribute(child, 'rel') ?? '', attributesOf(child));
      } else if (kind === 'resource') {
        const resource = this.#resource(child, here);
        const given = typeof resource.rel === 'string' ? resource.rel : kind;
        embedded.add(attribute(child, 'rel') ?? given, resource);
      } else if (kind !== 'sender') {
        const given = attribute(child, 'name') ?? kind;
        const type = this.#typeOf(name, given);
        members.add(type?.name ?? given, this.#value(child, type, here));
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
        ...attributesOf(sender),
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
    const { status, ...link } = attributesOf(element);
    members.add('type', name === 'event' ? link.type : name);
    if (link.href !== undefined) members.add('link', link);
    if (status !== undefined) members.add('status', status);
    for (const child of elementsOf(element)) {
      const kind = localName(child.name);
      const attributes = attributesOf(child);
      if (kind === 'in') members.add(kind, attributes);
      else if (kind === 'link') members.add(link.href === undefined ? kind : 'links', attributes);
      else if (kind === 'resource') {
        embedded.add(attributes.rel ?? link.rel ?? kind, this.#resource(child, below));
      } else {
        const given = attributes.name ?? kind;
        const type = this.#typeOf(kind, given);
        members.add(given, this.#value(child, type, { ...below, resource: kind }));
      }
    }
    const tree = members.tree();
    if (!embedded.isEmpty) tree._embedded = embedded.tree();
    return tree;
  }

  /**
   * An element of any other vocabulary: its attributes, and its children by their names.
   * @param key the attribute that the element's own name was taken from
   */
  #object(element: Element, place: Place, key: string | null = null): Tree {
    const below = inside(element, place);
    const members = new Members();
    for (const [name, text] of ownAttributes(element)) if (name !== key) members.add(name, text);
    const children = elementsOf(element);
    for (const child of children) {
      const name = attribute(child, 'name') ?? localName(child.name);
      members.add(name, this.#value(child, this.#typeOf(below.resource, name), below));
    }
    const text = children.length === 0 ? ownText(element) : '';
    if (text.trim() !== '') members.add('value', text);
    return members.tree();
  }

  #value(element: Element, type: TextType | null, place: Place): unknown {
    if (isNil(element)) return null;
    const children = elementsOf(element);
    const kind = localName(element.name);
    if (kind === 'propertyList' || type?.list === true) {
      if (children.length > 0) return this.#items(element, type, place);
      const text = ownText(element);
      return text.trim() === '' ? [] : [typedText(text, type)];
    }
    if (children.length === 0) {
      const isText = kind === 'property' || !hasData(element);
      return isText ? typedText(ownText(element), type) : this.#object(element, place, 'name');
    }
    if (children.every(isOfResource)) return this.#resource(element, place, 'name');
    if (isList(element, children)) return this.#items(element, type, place);
    return this.#object(element, place, 'name');
  }

  #items(list: Element, type: TextType | null, place: Place): unknown[] {
    const below = inside(list, place);
    return elementsOf(list).map((item) => {
      if (isNil(item)) return null;
      if (localName(item.name) === 'resource') return this.#resource(item, below);
      const children = elementsOf(item);
      if (children.length === 0 && ownAttributes(item).length === 0) {
        return typedText(ownText(item), type);
      }
      const isBag = children.length > 0 && children.every(isOfResource);
      return isBag ? this.#resource(item, below) : this.#object(item, below);
    });
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

/** By local name. */
function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries(ownAttributes(element));
}

/** Whether an element has attributes beside the one that names it. */
function hasData(element: Element): boolean {
  for (const name in element.attributes) if (isOwn(name) && localName(name) !== 'name') return true;
  return false;
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
