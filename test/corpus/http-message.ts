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
