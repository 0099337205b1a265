import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';

/**
 * Prints what the sandbox keeps of `spec/policies.yaml` as a module: figures, scopes, messages, and the one figure of a
 * schema that a merge has to keep.
 * Titles, causes and fixes stay out, because the module is part of a page's JavaScript.
 */
export async function renderPolicies(): Promise<string> {
  const policies = await loadPolicies();
  const { plans, pagination, limits, sandbox, hosted, retries, oauth, cors, key_levels: keyLevels, scopes } = policies;
  const { reasons, errors } = policies;
  const { list: recipes, ...recipeFigures } = policies.recipes;
  const levels = keyLevels.map(({ id, scopes: covered }) => `  ${id}: new Set<Scope>(${JSON.stringify(covered)}),`);
  const consents = Object.fromEntries(scopes.map(({ id, consent }) => [id, consent]));
  return [
    constant('plans', byKey(plans, 'id', ['name', 'requests_per_minute', 'burst_per_second'])),
    `export type PlanId = keyof typeof plans;`,
    `export type Scope = ${union(scopes.map(({ id }) => id))};`,
    `export type KeyLevel = ${union(keyLevels.map(({ id }) => id))};`,
    `/** The scopes that each level covers. */\nexport const levels: Readonly<Record<KeyLevel, ReadonlySet<string>>> = {\n${levels.join('\n')}\n};`,
    `/** What the consent page asks the user to allow, by scope. */\nexport const consents: Readonly<Record<Scope, string>> = ${JSON.stringify(consents, null, 2)};`,
    constant('oauth', oauth),
    constant('cors', cors),
    constant('pagination', pagination),
    constant('limits', limits),
    constant('sandbox', sandbox),
    constant('hosted', hosted),
    constant('retries', retries),
    constant('recipeFigures', recipeFigures),
    `export type WebhookRecipe = ${union(recipes.map(({ name }) => name).filter(isForWebhooks))};`,
    `export type RequestRecipe = ${union(recipes.map(({ name }) => name).filter((name) => !isForWebhooks(name)))};`,
    constant('reasons', reasons),
    constant('errors', byKey(errors, 'code', ['type', 'status', 'message'])),
    `export type ErrorCode = keyof typeof errors;`,
    `/** A merge of two small patches can have more than either. */\nexport const maxCustomAttributes = ${await maxCustomAttributes()};`,
  ].join('\n\n');
}

function isForWebhooks(name: string): boolean {
  return name.startsWith('webhook-');
}

async function maxCustomAttributes(): Promise<number> {
  const { components } = await loadDocument(SPEC_FILE);
  const schema = components?.schemas?.['CustomAttributes'];
  if (typeof schema !== 'object' || schema.maxProperties === undefined)
    throw new Error('The schema CustomAttributes has no maxProperties.');
  return schema.maxProperties;
}

function constant(name: string, value: object): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const;`;
}

function union(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(' | ');
}

/** A list of records as one object, with the fields that are wanted. */
function byKey<T extends object, K extends keyof T>(
  records: readonly T[],
  key: K,
  fields: readonly (keyof T)[],
): object {
  return Object.fromEntries(
    records.map((record): [string, object] => [
      String(record[key]),
      Object.fromEntries(fields.map((field): [string, unknown] => [String(field), record[field]])),
    ]),
  );
}
