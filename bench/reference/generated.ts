const VERBS = [
  { method: 'get', name: 'list', path: '', hasBody: false },
  { method: 'post', name: 'create', path: '', hasBody: true },
  { method: 'get', name: 'get', path: '/{id}', hasBody: false },
  { method: 'put', name: 'replace', path: '/{id}', hasBody: true },
  { method: 'delete', name: 'delete', path: '/{id}', hasBody: false },
] as const;

type Verb = (typeof VERBS)[number];

/**
 * A document with any number of operations: five to a resource, ten resources to a tag, alike but for their names, so that what
 * one operation costs can be compared between documents of different sizes.
 * @returns OpenAPI 3.1, the same for the same number
 */
export function generateDocument(operations: number): Record<string, unknown> {
  const resources = Array.from({ length: Math.ceil(operations / VERBS.length) }, (_, index) => index);
  const all = resources.flatMap((resource) => VERBS.map((verb) => ({ resource, verb }))).slice(0, operations);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { resource, verb } of all) {
    const path = (paths[`/resources-${resource}${verb.path}`] ??= {});
    path[verb.method] = operation(resource, verb);
  }
  return {
    openapi: '3.1.0',
    info: { title: `${operations} operations`, version: '1.0.0', description: 'Made for measuring.' },
    servers: [{ url: 'https://api.example.com/v1' }],
    tags: [...new Set(resources.map(tagOf))].map((name) => ({ name, description: `All of ${name}.` })),
    paths,
    components: {
      schemas: Object.assign({ Problem: problem }, ...resources.map(schemaOf)) as Record<string, unknown>,
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ key: [] }],
  };
}

const tagOf = (resource: number): string => `Area ${Math.floor(resource / 10)}`;

const problem = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: { type: 'string' }, message: { type: 'string' }, field: { type: ['string', 'null'] } },
};

function operation(resource: number, { name, path, hasBody }: Verb): Record<string, unknown> {
  const schema = { $ref: `#/components/schemas/Resource${resource}` };
  const json = (body: unknown) => ({ 'application/json': { schema: body } });
  const failure = (description: string) => ({ description, content: json({ $ref: '#/components/schemas/Problem' }) });
  const id = { name: 'id', in: 'path', required: true, description: 'Which one.', schema: { type: 'string' } };
  const page = {
    name: 'limit',
    in: 'query',
    description: 'How many at most.',
    schema: { type: 'integer', maximum: 100 },
  };
  return {
    operationId: `${name}-resource-${resource}`,
    summary: `${name.charAt(0).toUpperCase()}${name.slice(1)} resource ${resource}`,
    description: `Does **${name}** on resource ${resource}. The call is safe to repeat, and what it answers is as it was stored.`,
    tags: [tagOf(resource)],
    parameters: [path === '' ? page : id],
    ...(hasBody && { requestBody: { required: true, content: json(schema) } }),
    responses: {
      200: {
        description: 'What was asked for.',
        content: json(name === 'list' ? { type: 'array', items: schema } : schema),
      },
      400: failure('The request is not as described.'),
      404: failure('There is no such thing.'),
    },
  };
}

function schemaOf(resource: number): Record<string, unknown> {
  const text = (description: string) => ({ type: 'string', maxLength: 200, description });
  return {
    [`Resource${resource}`]: {
      type: 'object',
      required: ['name'],
      properties: {
        id: { type: 'string', readOnly: true, description: 'Given by the server.', example: `res_${resource}` },
        name: text('What people call it.'),
        state: { type: 'string', enum: ['draft', 'open', 'closed'], default: 'draft' },
        amount: { type: 'integer', minimum: 0, description: 'In cents.' },
        tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
        address: {
          type: 'object',
          properties: {
            street: text('With the number.'),
            city: text('Its town.'),
            country: text('ISO 3166-1 alpha-2.'),
          },
        },
        created_at: { type: 'string', format: 'date-time', readOnly: true },
      },
    },
  };
}
