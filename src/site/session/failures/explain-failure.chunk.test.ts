import { describe, expect, it } from 'vitest';
import { ConnectionCut } from '../../../sandbox/http/connection-cut.ts';
import { environments } from '../environments.ts';
import type { Environment } from '../environments.ts';
import type { BrowserConnection } from './browser-connection.ts';
import { explainFailure } from './explain-failure.chunk.ts';

const { mock, sandbox, live } = environments;
const browser: BrowserConnection = {
  online: true,
  secure: false,
  answers: () => Promise.resolve(false),
  localNetwork: () => Promise.resolve(undefined),
};
const failed = new TypeError('Failed to fetch');
const explain = (error: unknown, environment: Environment, says: Partial<BrowserConnection> = {}) =>
  explainFailure(error, { environment, timeout: 30_000, browser: { ...browser, ...says } });
const answering = { answers: () => Promise.resolve(true) };
const permission = (state: PermissionState) => ({ localNetwork: () => Promise.resolve(state) });

describe('explainFailure', () => {
  it('tells what the reader stopped, and a time-out with its length', async () => {
    expect((await explain(new DOMException('', 'AbortError'), mock)).reason).toBe('aborted');
    const failure = await explain(new DOMException('', 'TimeoutError'), live);
    expect(failure).toMatchObject({ reason: 'timeout', helpsInTerminal: true });
    expect(failure.explanation).toContain('30 seconds');
  });

  it('names the port in the command where it is not the usual one', async () => {
    const other = { ...mock, baseUrl: 'http://localhost:4999/v1' };
    expect((await explain(failed, other)).command).toBe('npm run mock -- --port 4999');
    expect((await explain(failed, mock)).command).toBe('npm run mock');
  });

  it('tells a mock that does not run from something else on its port', async () => {
    expect((await explain(failed, mock)).reason).toBe('not-running');
    expect(await explain(failed, mock, answering)).toMatchObject({ reason: 'cors', helpsInTerminal: true });
  });

  it('looks for the mock on this machine even when offline', async () => {
    expect((await explain(failed, mock, { online: false })).reason).toBe('not-running');
  });

  it('tells a refused permission, and mentions one that is still to be given', async () => {
    const refused = await explain(failed, mock, permission('denied'));
    expect(refused.reason).toBe('permission');
    expect(refused.explanation).toContain('site settings');
    const open = await explain(failed, mock, permission('prompt'));
    expect(open).toMatchObject({ reason: 'not-running', command: 'npm run mock' });
    expect(open.explanation).toContain('Allow');
    expect((await explain(failed, mock, permission('granted'))).explanation).not.toContain('Allow');
  });

  it('mentions mixed content on an https page only', async () => {
    expect((await explain(failed, mock, { secure: true })).explanation).toContain('mixed content');
    expect((await explain(failed, mock)).explanation).not.toContain('mixed content');
  });

  it('tells live apart: offline, answering without CORS, not answering', async () => {
    expect((await explain(failed, live, { online: false })).reason).toBe('offline');
    expect(await explain(failed, live, answering)).toMatchObject({ reason: 'cors', helpsInTerminal: true });
    expect(await explain(failed, live)).toMatchObject({ reason: 'unreachable', helpsInTerminal: true });
  });

  it('says of a connection that the sandbox has cut that it is cut', async () => {
    const failure = await explain(new ConnectionCut('lost-answer'), sandbox);
    expect(failure).toMatchObject({ reason: 'cut', explanation: expect.stringContaining('lost-answer') as string });
  });

  it('says why the sandbox did not start', async () => {
    expect(await explain(new Error('no storage'), sandbox)).toMatchObject({
      reason: 'sandbox',
      explanation: expect.stringContaining('no storage') as string,
    });
    const missing = new TypeError('Failed to fetch dynamically imported module: /_astro/browser.js');
    expect((await explain(missing, sandbox)).reason).toBe('download');
    expect((await explain(missing, sandbox, { online: false })).reason).toBe('offline');
  });
});
