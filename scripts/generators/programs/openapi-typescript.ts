import createClient from 'openapi-fetch';
import type { paths } from './client.ts';

const client = createClient<paths>({
  baseUrl: process.env['BASE_URL'] ?? '',
  headers: { Authorization: `Bearer ${process.env['API_KEY']}` },
});
const { data, error } = await client.GET('/contacts');
if (error) throw new Error(error.error.message);
console.log(JSON.stringify(data.data.map(({ id }) => id)));
