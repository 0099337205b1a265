import { startMock } from '../src/sandbox/node/mock.ts';
import { hosted, isOnWorkerd } from './edge/hosted.ts';
import { installedLibrary } from './installed-library.ts';

/** A sandbox over HTTP. */
export interface Server {
  /** `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The mock or, where `SANDBOX_ENGINE=workerd` says so, the hosted sandbox, which ends with the process; that of an installed package
 * where `SANDBOX_PACKAGE` names it.
 */
export async function openServer(): Promise<Server> {
  if (installedLibrary) return installedLibrary.startSandbox();
  if (!isOnWorkerd) return startMock({ port: 0 });
  const { url } = await hosted();
  return { url, close: () => Promise.resolve() };
}
