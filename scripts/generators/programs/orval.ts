import { listContacts } from './client.ts';

const answer = await listContacts({}, { headers: { Authorization: `Bearer ${process.env['API_KEY']}` } });
if (answer.status !== 200) throw new Error(answer.data.error.message);
console.log(JSON.stringify(answer.data.data.map(({ id }) => id)));
