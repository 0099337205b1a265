import type { APIRoute } from 'astro';
import { liveServer } from '../../facts/spec.ts';

/**
 * The APIs that are described here, as a linkset.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9727
 * @see https://www.rfc-editor.org/rfc/rfc9264
 */
export const GET: APIRoute = ({ site }) => {
  const link = (path: string, type: string) => ({ href: new URL(path, site).href, type });
  const linkset = [
    {
      anchor: liveServer(),
      'service-desc': [
        link('/openapi.json', 'application/vnd.oai.openapi+json;version=3.1'),
        link('/openapi-3.2.json', 'application/vnd.oai.openapi+json;version=3.2'),
        link('/openapi-3.0.json', 'application/vnd.oai.openapi+json;version=3.0'),
        link('/openapi.yaml', 'application/vnd.oai.openapi;version=3.1'),
        link('/openapi-3.2.yaml', 'application/vnd.oai.openapi;version=3.2'),
        link('/openapi-3.0.yaml', 'application/vnd.oai.openapi;version=3.0'),
        link('/arazzo.json', 'application/vnd.oai.workflows+json;version=1.0'),
        link('/asyncapi.json', 'application/vnd.aai.asyncapi+json;version=3.0.0'),
        link('/asyncapi.yaml', 'application/vnd.aai.asyncapi+yaml;version=3.0.0'),
        link('/arazzo-1.1.json', 'application/vnd.oai.workflows+json;version=1.1'),
        link('/arazzo-1.1.yaml', 'application/vnd.oai.workflows;version=1.1'),
        link('/arazzo.yaml', 'application/vnd.oai.workflows;version=1.0'),
      ],
      'service-doc': [link('/reference/', 'text/html'), link('/reference.md', 'text/markdown')],
      'service-meta': [
        link('/postman/collection.json', 'application/json'),
        link('/collections/orbinto-collections.zip', 'application/zip'),
        link('/postman/production.json', 'application/json'),
        link('/postman/sandbox.json', 'application/json'),
        link('/errors.json', 'application/json'),
        link('/replay.schema.json', 'application/schema+json'),
        link('/changelog/feed.json', 'application/feed+json'),
        link('/changelog/changes.json', 'application/json'),
        link('/.well-known/agent-skills/index.json', 'application/json'),
        link('/llms.txt', 'text/plain'),
        link('/llms-full.txt', 'text/plain'),
        link('/.well-known/security.txt', 'text/plain'),
      ],
      status: [link('/status.json', 'application/json'), link('/status.schema.json', 'application/schema+json')],
    },
  ];
  return new Response(`${JSON.stringify({ linkset }, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/linkset+json' },
  });
};
