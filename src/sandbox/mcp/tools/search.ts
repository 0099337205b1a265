import type { Library } from '../library.ts';
import { READS } from '../tool.ts';
import type { Tool } from '../tool.ts';
import { visibleJson } from '../visible-text.ts';

const DEFAULT_LIMIT = 6;

export function searchTool({ find }: Library): Tool {
  return {
    definition: {
      name: 'search',
      title: 'Search the documentation',
      description:
        'Find guides, operations, fields, events and error codes of the Orbinto API. A hit has a path for read_page, an operation also its operationId.',
      inputSchema: {
        type: 'object',
        properties: {
          query: { type: 'string', maxLength: 200 },
          limit: { type: 'integer', minimum: 1, maximum: 20, description: `Default ${DEFAULT_LIMIT}.` },
        },
        required: ['query'],
        additionalProperties: false,
      },
      annotations: READS,
    },
    call({ query, limit }) {
      const hits = find(String(query), Number(limit ?? DEFAULT_LIMIT));
      if (hits.length === 0) return { text: 'Nothing was found. Try fewer, or other words.' };
      return { text: hits.map((hit) => visibleJson(hit)).join('\n') };
    },
  };
}
