import type { APIRoute } from 'astro';
import { toOpenApi32 } from '../../openapi/convert/to-openapi-32.ts';
import { yamlFile } from '../file-response.ts';
import { apiDocument } from '../facts/spec.ts';

/** The specification in the words of OpenAPI 3.2. */
export const GET: APIRoute = ({ url, site }) => yamlFile(toOpenApi32(apiDocument, new URL(url.pathname, site).href));
