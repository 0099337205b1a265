import { statusFeed } from '../feeds/status.ts';
import { jsonFile } from '../file-response.ts';

export const GET = async (): Promise<Response> => jsonFile(await statusFeed());
