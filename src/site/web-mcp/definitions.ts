import { READS } from '../../sandbox/mcp/tool.ts';
import { LIST_DELIVERIES } from '../../sandbox/mcp/tools/list-deliveries-definition.ts';
import type { ToolAnnotations, ToolDefinition } from '../../sandbox/mcp/tool.ts';

const operationId = { type: 'string', maxLength: 60, description: 'E.g. createContact' } as const;

/** Of what changes the page, and no record. */
const SHOWS: ToolAnnotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** The tools that a page offers, as agents are told of them. */
export const definitions = {
  search: {
    name: 'search',
    title: 'Search the documentation',
    description:
      'Find guides, operations, fields, events and error codes of the Orbinto API. A hit has the path of its page, an operation also its operationId.',
    inputSchema: {
      type: 'object',
      properties: {
        query: { type: 'string', maxLength: 200 },
        limit: { type: 'integer', minimum: 1, maximum: 20, description: 'Default 6.' },
      },
      required: ['query'],
      additionalProperties: false,
    },
    annotations: READS,
  },
  openOperation: {
    name: 'open_operation',
    title: 'Open an operation',
    description:
      'Open the page of an operation with its console in this tab, and tell its parameters, body and example. The tools are there again once the page has loaded.',
    inputSchema: {
      type: 'object',
      properties: { operationId },
      required: ['operationId'],
      additionalProperties: false,
    },
    annotations: SHOWS,
  },
  fillConsole: {
    name: 'fill_console',
    title: 'Fill in the console',
    description:
      'Fill in the console that the user sees with a call; opens the page of the operation where it is another one. Sends nothing. What is not given is as in the example.',
    inputSchema: {
      type: 'object',
      properties: {
        operationId,
        parameters: { type: 'object', description: 'Values of path, query and header parameters, by name.' },
        body: { type: 'object', description: 'JSON.' },
      },
      required: ['operationId'],
      additionalProperties: false,
    },
    annotations: SHOWS,
  },
  sendRequest: {
    name: 'send_request',
    title: 'Send what is filled in',
    description:
      'Press Send in the open console. The sandbox in the page answers at once, on sample data; where the user has chosen anything else, such as the live API, it waits until the user presses Send.',
    inputSchema: {
      type: 'object',
      properties: { operationId: { ...operationId, description: 'Of the console that is open.' } },
      required: ['operationId'],
      additionalProperties: false,
    },
    // What is sent may reach the live API, once the user has pressed Send.
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  },
  listDeliveries: LIST_DELIVERIES,
} as const satisfies Record<string, ToolDefinition>;
