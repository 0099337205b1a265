import { toOpenApi30 } from '../../openapi/convert/downgrade.ts';
import { jsonFile } from '../file-response.ts';
import { apiDocument } from '../facts/spec.ts';

/** The specification as OpenAPI 3.0; events stand under `x-webhooks`. */
export const GET = () => jsonFile(toOpenApi30(apiDocument));
