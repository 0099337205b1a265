import { yamlFile } from '../file-response.ts';
import { workflows } from '../facts/spec.ts';

/** The workflows, Arazzo 1.0; they name the OpenAPI document by an address relative to their own. */
export const GET = () => yamlFile(workflows);
