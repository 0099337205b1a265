import { toOpenApi30 } from '../../openapi/convert/downgrade.ts';
import { yamlFile } from '../file-response.ts';
import { apiDocument } from '../facts/spec.ts';

/** The specification as OpenAPI 3.0; events stand under `x-webhooks`. */
export const GET = () => yamlFile(toOpenApi30(apiDocument));
