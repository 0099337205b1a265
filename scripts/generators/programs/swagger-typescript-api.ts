import { Api } from './client.ts';

const api = new Api({
  baseUrl: process.env['BASE_URL'] ?? '',
  baseApiParams: { headers: { Authorization: `Bearer ${process.env['API_KEY']}` } },
});
const { data } = await api.contacts.listContacts();
console.log(JSON.stringify(data.data.map(({ id }) => id)));
