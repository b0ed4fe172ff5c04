/** UCWA's only namespace. */
export const ucwaNamespace = 'http://schemas.microsoft.com/rtc/2012/03/ucwa';

/** Text between tags. What XML 1.0 cannot carry at all is left out. */
export function elementText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#xD;');
}

export function attributeText(text: string): string {
  return elementText(text).replace(/"/g, '&quot;').replace(/\t/g, '&#x9;').replace(/\n/g, '&#xA;');
}

/** Attributes in the order given; those without a value are left out. */
export function attributes(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${attributeText(String(value))}"`)
    .join('');
}

/** An element with children, or an empty one. */
export function element(name: string, attributeList: string, children: readonly string[]): string {
  if (children.length === 0) return `<${name}${attributeList} />`;
  return `<${name}${attributeList}>${children.join('')}</${name}>`;
}
