import { statusSchema } from '../feeds/status-schema.ts';
import { jsonFile } from '../file-response.ts';

export const GET = (): Response => jsonFile(statusSchema);
