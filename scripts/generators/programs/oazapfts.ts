import { defaults, listContacts } from './client.ts';

defaults.baseUrl = process.env['BASE_URL'] ?? '';
defaults.headers = { Authorization: `Bearer ${process.env['API_KEY']}` };
const answer = await listContacts();
if (answer.status !== 200) throw new Error(answer.data.error.message);
console.log(JSON.stringify(answer.data.data.map(({ id }) => id)));
