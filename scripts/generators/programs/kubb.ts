import { setConfig } from '@kubb/plugin-client/clients/fetch';
import { listContacts } from './client/clients/listContacts.ts';

setConfig({
  baseURL: process.env['BASE_URL'] ?? '',
  headers: { Authorization: `Bearer ${process.env['API_KEY']}` },
});
const { data } = await listContacts();
console.log(JSON.stringify(data.map(({ id }) => id)));
