import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import type { BundledOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { kebabCase } from '../../src/openapi/model/naming.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import type { DescribedOperation } from '../../src/sandbox/mcp/described-operation.ts';

/** Prints what the sandbox tells agents of each operation, without a site and without a network. */
export async function renderReference(): Promise<string> {
  const document = await loadDocument(SPEC_FILE);
  const cut = listOperations(document).map((operation) => ({
    operation,
    bundled: bundleOperation(document, operation),
  }));
  const rows = cut.map(({ operation, bundled }) => `    ${JSON.stringify(describe(operation, bundled))},`);
  const definitions = Object.assign({}, ...cut.map(({ bundled }) => bundled.$defs)) as Record<string, unknown>;
  const named = Object.entries(definitions).map(([name, schema]) => `    ${name}: ${JSON.stringify(schema)},`);
  return [
    `import type { Reference } from '../mcp/described-operation.ts';`,
    [
      'export const reference: Reference = {',
      `  server: ${JSON.stringify(document.servers?.[0]?.url)},`,
      `  version: ${JSON.stringify(document.info.version)},`,
      `  operations: [\n${rows.join('\n')}\n  ],`,
      `  $defs: {\n${named.join('\n')}\n  },`,
      '};',
    ].join('\n'),
  ].join('\n\n');
}

function describe(operation: Operation, bundled: BundledOperation): DescribedOperation {
  const { operationId, summary, description, path, tag, extensions } = operation;
  const [json] = bundled.body?.content ?? [];
  const success = bundled.responses[bundled.success];
  const [answer] = success?.content ?? [];
  return {
    operationId,
    method: bundled.method,
    path,
    page: `/reference/${kebabCase(tag)}/${kebabCase(operationId)}/`,
    summary,
    description,
    level: String(extensions['x-key-level']),
    scopes: bundled.security.flat().flatMap(({ scopes }) => scopes),
    parameters: bundled.parameters.map(({ name, in: place, required, description: told, schema }) => ({
      ...{ name, in: place, required, description: told, schema },
    })),
    ...(bundled.body && {
      body: { required: bundled.body.required, schema: json?.schema, example: json?.examples[0]?.value },
    }),
    success: {
      status: Number(bundled.success),
      description: success?.description ?? '',
      ...(answer?.schema !== undefined && { schema: answer.schema }),
    },
    errors: errorCodes(bundled),
  };
}

function errorCodes({ responses }: BundledOperation): Record<string, string[]> {
  const told = Object.entries(responses).map(([status, { extensions }]) => [status, extensions['x-error-codes']]);
  return Object.fromEntries(told.filter(([, codes]) => codes !== undefined)) as Record<string, string[]>;
}
