import { describeOperation } from '../describe.ts';
import { operationNamed } from '../operation-named.ts';
import type { Library } from '../library.ts';
import { READS } from '../tool.ts';
import type { Tool } from '../tool.ts';
import { visibleJson } from '../visible-text.ts';

export function describeOperationTool({ operations }: Library): Tool {
  return {
    definition: {
      name: 'describe_operation',
      title: 'Describe an operation',
      description: 'Method, path, parameters, body and answer as JSON Schema, key level, scopes and error codes.',
      inputSchema: {
        type: 'object',
        properties: { operationId: { type: 'string', maxLength: 60, description: 'E.g. createContact' } },
        required: ['operationId'],
        additionalProperties: false,
      },
      outputSchema: { type: 'object' },
      annotations: READS,
    },
    call({ operationId }) {
      const data = describeOperation(operationNamed(operations, String(operationId)));
      return { text: visibleJson(data), data };
    },
  };
}
