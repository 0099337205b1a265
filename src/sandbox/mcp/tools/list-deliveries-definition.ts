import { READS } from '../tool.ts';
import type { ToolDefinition } from '../tool.ts';

export const DEFAULT_LIMIT = 10;

/** As agents are told of it. */
export const LIST_DELIVERIES: ToolDefinition = {
  name: 'list_deliveries',
  title: 'Read webhook deliveries',
  description:
    'Webhook deliveries of the sandbox, newest first, with the answer to each attempt. With id: one, with headers and payload.',
  inputSchema: {
    type: 'object',
    properties: {
      id: { type: 'string', maxLength: 60 },
      event: { type: 'string', maxLength: 60, description: 'E.g. contact.created' },
      status: { type: 'string', maxLength: 10, enum: ['pending', 'delivered', 'failed'] },
      limit: { type: 'integer', minimum: 1, maximum: 50, description: `Default ${DEFAULT_LIMIT}.` },
    },
    additionalProperties: false,
  },
  annotations: READS,
};
