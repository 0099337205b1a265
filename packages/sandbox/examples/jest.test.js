const { createSandbox } = require('@orbinto/sandbox');

const sandbox = createSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const headers = { Authorization: 'Bearer sk_test_admin' };
const listContacts = () => sandbox.fetch('/v1/contacts', { headers });

test('an outage ends', async () => {
  await sandbox.faults.set({ status: 500 });
  expect((await listContacts()).status).toBe(500);
  await sandbox.faults.clear();
  expect((await listContacts()).status).toBe(200);
});
