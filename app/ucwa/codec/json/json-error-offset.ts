const space = /[ \t\n\r]*/y;
const string =
  /"[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*"/uy;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** What the grammar wants next. */
type Want = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'separator';

/**
 * Offset of the first token of `text` that JSON (RFC 8259) does not allow there; the length when
 * the text stops too early. JSON.parse's own messages quote the text and differ between engines.
 */
export function jsonErrorOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let want: Want = 'value';
  let offset = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text);
    if (found !== null) offset += found[0].length;
    return found !== null;
  };
  const takeSpace = () => take(space);

  for (takeSpace(); ; takeSpace()) {
    const character = text[offset];
    if (want === 'separator') {
      const container = open[open.length - 1];
      if (container === undefined) return offset;
      if (character === ',') want = container === '{' ? 'key' : 'value';
      else if (character === (container === '{' ? '}' : ']')) open.pop();
      else return offset;
      offset += 1;
      continue;
    }
    if (want === 'key' || want === 'key-or-end') {
      if (want === 'key-or-end' && character === '}') {
        open.pop();
        offset += 1;
        want = 'separator';
        continue;
      }
      if (!take(string)) return offset;
      takeSpace();
      if (text[offset] !== ':') return offset;
      offset += 1;
      want = 'value';
      continue;
    }
    if (want === 'value-or-end' && character === ']') {
      open.pop();
      offset += 1;
      want = 'separator';
    } else if (character === '{' || character === '[') {
      open.push(character);
      offset += 1;
      want = character === '{' ? 'key-or-end' : 'value-or-end';
    } else if (take(string) || take(scalar)) {
      want = 'separator';
    } else {
      return offset;
    }
  }
}
