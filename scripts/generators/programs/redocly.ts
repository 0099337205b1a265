import { client } from './client.ts';

client.configure({ serverUrl: process.env['BASE_URL'] ?? '', auth: { bearer: process.env['API_KEY'] ?? '' } });
const { data } = await client.listContacts();
console.log(JSON.stringify(data.map(({ id }) => id)));
