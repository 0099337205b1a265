import { jsonFile } from '../file-response.ts';
import { apiDocument } from '../facts/spec.ts';

/** The specification, OpenAPI 3.1, bundled. */
export const GET = () => jsonFile(apiDocument);
