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
        link('/openapi-3.0.json', 'application/vnd.oai.openapi+json;version=3.0'),
        link('/arazzo.json', 'application/vnd.oai.workflows+json;version=1.0'),
      ],
      'service-doc': [link('/reference/', 'text/html'), link('/reference.md', 'text/markdown')],
      'service-meta': [link('/postman/collection.json', 'application/json'), link('/llms.txt', 'text/plain')],
      status: [link('/status.json', 'application/json')],
    },
  ];
  return new Response(`${JSON.stringify({ linkset }, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/linkset+json' },
  });
};
