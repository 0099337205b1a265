import { eventDocument } from '../facts/asyncapi.ts';
import { yamlFile } from '../file-response.ts';

/** The webhook events, AsyncAPI 3.0. */
export const GET = ({ site }: { site: URL | undefined }) => yamlFile(eventDocument(site));
