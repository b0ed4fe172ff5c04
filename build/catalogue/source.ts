import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const parameter = z.object({
  name: z.string(),
  /** Prose; its end says the type. */
  description: z.string(),
  required: z.boolean(),
  maxLength: z.number().int().optional(),
});

const operation = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']),
  query: z.array(parameter),
  body: z.array(parameter),
  response: z.union([z.string(), z.array(z.string())]),
  errors: z.array(
    z.object({ status: z.number().int(), code: z.string(), subcode: z.string().nullable() }),
  ),
  examples: z.record(z.string(), z.string()).optional(),
});

const resource = z.object({
  properties: z.array(
    z.object({ name: z.string(), description: z.string(), maxLength: z.number().int().optional() }),
  ),
  links: z.array(z.object({ rel: z.string() })),
  events: z.array(
    z.object({
      type: z.string(),
      resource: z.string(),
      priority: z.enum(['High', 'Medium', 'Low']),
      sender: z.string(),
    }),
  ),
  operations: z.array(operation),
});

const catalogue = z.object({
  resources: z.record(z.string(), resource),
  enums: z.record(z.string(), z.array(z.object({ name: z.string() }))),
});

export type SourceParameter = z.infer<typeof parameter>;
export type SourceOperation = z.infer<typeof operation>;
export type SourceResource = z.infer<typeof resource>;
export type SourceCatalogue = z.infer<typeof catalogue>;

/** Reads the catalogue as it was extracted from the documentation. */
export async function readSource(file: string): Promise<SourceCatalogue> {
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  return catalogue.parse(parsed);
}
