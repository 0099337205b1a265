import { startMock } from '../src/sandbox/node/mock.ts';
import type { Mock } from '../src/sandbox/node/mock.ts';
import { hosted, isOnWorkerd } from './edge/hosted.ts';

/** A sandbox over HTTP: the mock or, where `SANDBOX_ENGINE=workerd` says so, the hosted one, which ends with the process. */
export async function openServer(): Promise<Mock> {
  if (!isOnWorkerd) return startMock({ port: 0 });
  const { url } = await hosted();
  return { url, close: () => Promise.resolve() };
}
