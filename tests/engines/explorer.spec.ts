import { test } from './fixtures.ts';
import { read } from './reader.ts';
import { until } from './tab.ts';

test('the explorer opens an operation and its request is answered by the sandbox', async ({ tab, expectFaults }) => {
  test.slow();
  // Scalar tries once whether it may evaluate code, and goes on without.
  expectFaults(/\/explorer\/: policy: script-src/);
  await tab.goto('/explorer/#createContact');
  await until('the button that opens the request', () =>
    tab.run(() => {
      const operation = document.querySelector('[id$="createContact"]');
      const open = [...(operation?.querySelectorAll('button') ?? [])].find(({ innerText }) =>
        /Test Request/.test(innerText),
      );
      open?.click();
      return open && true;
    }, undefined),
  );
  await until('Send', () =>
    tab.run(() => {
      const send = globalThis.findAll({ role: 'button', name: '/^Send/' })[0];
      send?.click();
      return send && true;
    }, undefined),
  );
  await read(tab, { role: 'document' }, '201 Created');
});
