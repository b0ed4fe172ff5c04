type Json = Readonly<Record<string, unknown>>;

const namespace = ' xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"';

/** UCWA's XML of a resource, an event body or an error in UCWA's JSON. */
export function toUcwaXml(document: Json): string {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  if (Array.isArray(document.sender)) return declaration + eventsXml(document);
  if (typeof document.code === 'string') return declaration + reasonXml(document, namespace);
  return declaration + resourceXml(document, null, namespace);
}

function resourceXml(resource: Json, relation: string | null, more = ''): string {
  const { _links: links, _embedded: embedded, rel, ...properties } = resource;
  const self = isJson(links) && isJson(links.self) ? links.self.href : undefined;
  const attributes = [attribute('rel', relation ?? rel), attribute('href', self), more].join('');
  const own = rel === undefined ? '' : propertyXml('rel', rel);
  const content = [
    ...membersOf(links).map(([name, link]) => (name === 'self' ? '' : linkXml(name, link))),
    own,
    ...Object.entries(properties).map(([name, value]) => propertyXml(name, value)),
    ...membersOf(embedded).map(([name, each]) => (isJson(each) ? resourceXml(each, name) : '')),
  ];
  return `<resource${attributes}>${content.join('\n')}</resource>`;
}

function eventsXml(document: Json): string {
  const links = membersOf(document._links).map(([name, link]) => linkXml(name, link));
  const senders = listOf(document.sender)
    .filter(isJson)
    .map((sender) => {
      const events = listOf(sender.events ?? [])
        .filter(isJson)
        .map(eventXml);
      const attributes = attribute('rel', sender.rel) + attribute('href', sender.href);
      return `<sender${attributes}>${events.join('\n')}</sender>`;
    });
  return `<events${namespace}>${[...links, ...senders].join('\n')}</events>`;
}

function eventXml(event: Json): string {
  const link = isJson(event.link) ? event.link : {};
  const type = String(event.type);
  const attributes =
    attributesOf(link) + (event.status === undefined ? '' : attribute('status', event.status));
  const where = isJson(event.in) ? `<in${attributesOf(event.in)}/>` : '';
  const reason = isJson(event.reason) ? reasonXml(event.reason) : '';
  const embedded = membersOf(event._embedded).map(([name, each]) =>
    isJson(each) ? resourceXml(each, name) : '',
  );
  return `<${type}${attributes}>${where}${reason}${embedded.join('')}</${type}>`;
}

function reasonXml(reason: Json, more = ''): string {
  const members = Object.entries(reason)
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`);
  return `<reason${more}>${members.join('')}</reason>`;
}

function linkXml(rel: string, link: unknown): string {
  return isJson(link) ? `<link${attribute('rel', rel)}${attributesOf(link)}/>` : '';
}

function propertyXml(name: string, value: unknown): string {
  const named = attribute('name', name);
  if (value === null) return `<property${named} xmlns:i="urn:nil" i:nil="true"/>`;
  if (!Array.isArray(value)) return `<property${named}>${textOf(value)}</property>`;
  const items = value.map((item) => `<item>${textOf(item)}</item>`);
  return `<propertyList${named}>${items.join('')}</propertyList>`;
}

/** .NET writes truth values with a capital. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return escapeXml(String(value));
}

function attributesOf(link: Json): string {
  return Object.entries(link)
    .map(([name, value]) => attribute(name, value))
    .join('');
}

function attribute(name: string, value: unknown): string {
  return typeof value === 'string' ? ` ${name}="${escapeXml(value)}"` : '';
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function membersOf(value: unknown): [string, unknown][] {
  return Object.entries(isJson(value) ? value : {}).flatMap(([name, each]) =>
    listOf(each).map((one): [string, unknown] => [name, one]),
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
