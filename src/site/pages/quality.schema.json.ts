import { jsonFile } from '../file-response.ts';
import { qualitySchema } from '../quality/quality-schema.ts';

export const GET = (): Response => jsonFile(qualitySchema);
