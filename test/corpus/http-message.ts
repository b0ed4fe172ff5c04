/** What of a sample is the document, and what its own headers call it. */
export interface SampleBody {
  readonly text: string;
  /** What was left out before the body: it counts for the places that errors name. */
  readonly head: string;
  readonly contentType: string | null;
}

const startLine = /^\s*(?:HTTP\/\d(?:\.\d)?\s+\d{3}\b|[A-Z]+\s+\S+\s+HTTP\/\d)/i;

/**
 * The body of a sample that is a whole HTTP message, as documents and traces print them; any other
 * sample as it is. What is printed often lacks the empty line after the headers, or has one among
 * them, so the body begins where a line begins as no header can.
 */
export function bodyOf(sample: string): SampleBody {
  if (!startLine.test(sample)) return { text: sample, head: '', contentType: null };
  const start = /^[ \t\ufeff]*[{[<]/m.exec(sample)?.index ?? sample.length;
  const head = sample.slice(0, start);
  const contentType = /^\s*content-type\s*:\s*(\S.*?)\s*$/im.exec(head)?.[1] ?? null;
  return { text: sample.slice(start), head, contentType };
}

/**
 * The documents in the parts of a multipart body (the answer to a batch, say), or from within its
 * first one on; null when it is none. Parts without a document are left out.
 */
export function partsOf(body: string): readonly string[] | null {
  const boundary = /(?:^|\n)--(\S+)--\s*$/.exec(body)?.[1];
  if (boundary === undefined) return null;
  const delimiters = new Set([`--${boundary}`, `--${boundary}--`]);
  const parts: string[][] = [[]];
  for (const line of body.split(/\r?\n/)) {
    if (delimiters.has(line.trimEnd())) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.flatMap((lines) => {
    const text = lines.join('\n');
    const start = /^[ \t\ufeff]*[{[<]/m.exec(text)?.index;
    return start === undefined ? [] : [text.slice(start)];
  });
}
