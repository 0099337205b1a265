import { jsonFile } from '../files.ts';
import { apiDocument } from '../spec.ts';

/** The specification, OpenAPI 3.1, bundled. */
export const GET = () => jsonFile(apiDocument);
