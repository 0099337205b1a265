import { client } from './client/client.gen.ts';
import { listContacts } from './client/sdk.gen.ts';

client.setConfig({ baseUrl: process.env['BASE_URL'] ?? '', auth: process.env['API_KEY'] ?? '' });
const { data } = await listContacts({ throwOnError: true });
console.log(JSON.stringify(data.data.map(({ id }) => id)));
