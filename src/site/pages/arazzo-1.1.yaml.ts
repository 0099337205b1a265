import { yamlFile } from '../file-response.ts';
import { eventWorkflows } from '../facts/spec.ts';

/** The workflows that wait for events, Arazzo 1.1; they name the documents by addresses relative to their own. */
export const GET = () => yamlFile(eventWorkflows);
