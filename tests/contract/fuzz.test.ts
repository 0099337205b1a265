import { expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../../src/openapi/load.ts';
import { Random } from '../../src/sandbox/random.ts';
import { operations, violations } from './contract.ts';
import { Requests } from './fuzz-requests.ts';
import { openMemory } from './transports.ts';

/** The same requests at each run, unless told: `FUZZ_REQUESTS=50000 FUZZ_SEED=3 npx vitest run --project code tests/contract/fuzz.test.ts`. */
const size = Number(process.env['FUZZ_REQUESTS'] ?? 3000);
const seed = Number(process.env['FUZZ_SEED'] ?? 7);
const SHOWN = 5;

const document = await loadDocument(SPEC_FILE);

test.each([
  ['without limits', false, size],
  ['with limits', true, Math.ceil(size / 10)],
] as const)(
  `no request, valid or not, is answered otherwise than documented, %s (FUZZ_SEED=${seed})`,
  async (_name, rateLimits, count) => {
    const sandbox = await openMemory({ rateLimits, report: () => undefined });
    const requests = new Requests(document, operations, new Random(seed));
    const faults: string[] = [];
    const seen = new Map<string, Set<number>>();
    for (let sent = 0; sent < count && faults.length < SHOWN; sent += 1) {
      if (sent % 100 === 0) sandbox.rest();
      const { operation, request, line } = requests.next(sandbox.base);
      const response = await sandbox.send(request);
      const found = await violations(operation, response.clone());
      if (response.status >= 500) found.push(`status ${response.status}`);
      if (found.length > 0) faults.push(`request ${sent}: ${line.slice(0, 2000)}\n  ${found.join('\n  ')}`);
      seen.set(operation.operationId, (seen.get(operation.operationId) ?? new Set()).add(response.status));
      requests.learn(await response.text());
    }
    await sandbox.close();
    expect(faults, `FUZZ_SEED=${seed} FUZZ_REQUESTS=${size}`).toEqual([]);
    const neverFine = operations.filter(({ operationId }) => ![...(seen.get(operationId) ?? [])].some((s) => s < 300));
    if (!rateLimits) expect(neverFine.map(({ operationId }) => operationId)).toEqual([]);
    else expect([...seen.values()].some((statuses) => statuses.has(429))).toBe(true);
  },
  600_000,
);
