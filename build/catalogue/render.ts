import { areaNames, areaOf } from './areas.ts';
import type { CatalogueFacts, CatalogueResource, Operation } from './catalogue-facts.ts';
import type { Parameter } from './parameters.ts';
import { Shared } from './shared.ts';
import { list, literal, quoted, record } from './typescript.ts';

const head = '// Made by `npm run catalogue`: edit build/catalogue and run it again.\n\n';

/** The catalogue as TypeScript, by file name. Not formatted yet. */
export function render(facts: CatalogueFacts): ReadonlyMap<string, string> {
  const shared = new Shared(facts);
  const files = new Map([
    ['enumerations.ts', enumerations(facts)],
    ['usual-errors.ts', usual(facts)],
    ['shared.ts', shared.declarations()],
  ]);
  for (const area of areaNames) {
    const names = Object.keys(facts.resources).filter((name) => areaOf(name) === area);
    files.set(`${area}.ts`, areaFile(area, names, facts, shared));
  }
  files.set('resources.ts', index());
  return new Map([...files].map(([name, text]) => [name, head + text]));
}

function enumerations(facts: CatalogueFacts): string {
  const names = Object.keys(facts.enumerations).sort();
  const declarations = names.map((name) => {
    const members = list((facts.enumerations[name] ?? []).map(quoted));
    return `export const ${name} = ${members} as const;
export type ${name} = (typeof ${name})[number];
`;
  });
  return `${declarations.join('\n')}
/** All of them, by name. */
export const enumerations = {${names.join(', ')}} as const;
export type EnumerationName = keyof typeof enumerations;
`;
}

function usual(facts: CatalogueFacts): string {
  const rows = Object.entries(facts.usualErrors).map(([method, errors]): [string, string] => [
    method,
    list(errors.map(quoted)),
  ]);
  return `/** What the operations of a method fail with when they say nothing else. */
export const usualErrors = ${record(rows, true)} as const;
`;
}

function areaFile(
  area: string,
  names: readonly string[],
  facts: CatalogueFacts,
  shared: Shared,
): string {
  const used = new Set<string>();
  const members = names.map((name): [string, string] => {
    const resource = facts.resources[name];
    return [name, resource === undefined ? '{}' : resourceLiteral(resource, shared, used)];
  });
  const imports =
    used.size === 0 ? '' : `import {${[...used].sort().join(', ')}} from './shared.ts';\n`;
  return `import type { ResourceFacts } from '../facts.ts';
${imports}
export const ${constantOf(area)} = ${record(members, true)} as const satisfies Readonly<Record<string, ResourceFacts>>;
`;
}

function resourceLiteral(resource: CatalogueResource, shared: Shared, used: Set<string>): string {
  const rows: [string, string][] = [];
  if (resource.rel !== null) rows.push(['rel', quoted(resource.rel)]);
  if (resource.revision !== null) rows.push(['revision', String(resource.revision)]);
  if (Object.keys(resource.properties).length > 0) {
    rows.push(['properties', shared.properties(resource.properties, used)]);
  }
  if (Object.keys(resource.maxLengths).length > 0) {
    rows.push(['maxLengths', literal(resource.maxLengths)]);
  }
  if (resource.links.length > 0) rows.push(['links', shared.links(resource.links, used)]);
  if (resource.events.length > 0) {
    rows.push(['events', list(resource.events.map((each) => literal(each)))]);
  }
  if (resource.operations.length > 0) {
    const operations = resource.operations.map(([method, operation]): [string, string] => [
      method,
      operationLiteral(operation, shared, used),
    ]);
    rows.push(['operations', record(operations)]);
  }
  return record(rows);
}

function operationLiteral(operation: Operation, shared: Shared, used: Set<string>): string {
  const parameters = (all: Readonly<Record<string, Parameter>>): string => {
    const rows = Object.entries(all).map(([name, each]) => shared.parameter(name, each, used));
    return `{${rows.join(', ')}}`;
  };
  const rows: [string, string][] = [];
  if (Object.keys(operation.query).length > 0) rows.push(['query', parameters(operation.query)]);
  if (Object.keys(operation.body).length > 0) rows.push(['body', parameters(operation.body)]);
  if (operation.content !== null) rows.push(['content', quoted(operation.content)]);
  if (operation.response !== null) rows.push(['response', quoted(operation.response)]);
  if (operation.errors.length > 0) rows.push(['errors', list(operation.errors.map(quoted))]);
  if (operation.onlyErrors !== null) {
    rows.push(['onlyErrors', list(operation.onlyErrors.map(quoted))]);
  }
  return record(rows);
}

function index(): string {
  const imports = [...areaNames]
    .sort()
    .map((area) => `import {${constantOf(area)}} from './${area}.ts';`);
  const parts = areaNames.map((area) => `...${constantOf(area)}`);
  return `${imports.join('\n')}

/** Every resource of UCWA 2.0, by name. */
export const resources = {\n${parts.join(',\n')}\n} as const;
export type ResourceName = keyof typeof resources;
`;
}

function constantOf(area: string): string {
  return `${area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Resources`;
}
