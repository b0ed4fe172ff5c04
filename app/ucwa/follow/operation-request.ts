import type { LooseInput } from '../catalogue/check-input.ts';
import type { ParameterFacts } from '../catalogue/facts.ts';
import type { Operation } from '../catalogue/operation.ts';
import type { PropertyValue } from '../hypermedia/resource.ts';
import type { RequestBody } from '../ucwa-application.ts';

/** What is sent for an operation. */
export interface OperationRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly body: RequestBody | null;
}

/**
 * Spreads an input over query and body, as the catalogue says. A field that it does not know goes
 * into the body, or into the query where the body is raw or there is none.
 */
export function operationRequest(operation: Operation, input: LooseInput): OperationRequest {
  const { content, method } = operation;
  const hasResourceBody = content === undefined && (method === 'POST' || method === 'PUT');
  const query: Record<string, string> = {};
  const properties: Record<string, PropertyValue> = {};
  const links: Record<string, string> = {};
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null || isContent(operation, name)) continue;
    const facts = operation.body?.[name];
    if (facts?.type === 'external' && typeof value === 'string') links[name] = value;
    else if (operation.query?.[name] !== undefined || !hasResourceBody) query[name] = String(value);
    else properties[name] = written(facts, value);
  }
  if (!hasResourceBody) return { query, body: rawBody(operation, input) };
  const isEmpty = Object.keys(properties).length + Object.keys(links).length === 0;
  const body: RequestBody = {
    type: 'resource',
    properties,
    ...(Object.keys(links).length > 0 && { links }),
  };
  return { query, body: isEmpty ? null : body };
}

function isContent({ content }: Operation, name: string): boolean {
  return content === 'sdp'
    ? name === 'sdp'
    : content === 'message' && /^(?:text|format)$/.test(name);
}

function rawBody({ content }: Operation, input: LooseInput): RequestBody | null {
  if (content === 'sdp') return { type: 'sdp', sdp: String(input.sdp) };
  if (content !== 'message') return null;
  return {
    type: 'message',
    format: input.format === 'Html' ? 'Html' : 'Plain',
    text: String(input.text),
  };
}

/** Moments are written the way UCWA's JSON has them; everything else is what it is. */
function written(facts: ParameterFacts | undefined, value: PropertyValue): PropertyValue {
  return facts?.type === 'date' && typeof value === 'number' ? `/Date(${value})/` : value;
}
