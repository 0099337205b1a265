import { join } from 'node:path';
import { isOnWorkerd, startHosted } from '../edge/hosted.ts';
import { MockProcess } from './mock-process.ts';

/** A sandbox as its users run it: a process of its own, that keeps what it is told in a folder. */
export interface SandboxProcess {
  readonly url: string;
  /** Ends it at once, as `kill -9` does. */
  kill(): Promise<void>;
}

const HOSTED = { rateLimits: false, allowLocalWebhooks: true };

/** Starts the mock or, where `SANDBOX_ENGINE=workerd` says so, the hosted sandbox, and waits until it listens. */
export function startProcess(folder: string): Promise<SandboxProcess> {
  return isOnWorkerd ? startHosted(folder, HOSTED) : MockProcess.start(fileIn(folder));
}

/** Starts it and kills it some time later, whether it listens by then or not. */
export async function killWhileStarting(folder: string, milliseconds: number): Promise<void> {
  if (!isOnWorkerd) return MockProcess.killWhileStarting(fileIn(folder), milliseconds);
  const signal = AbortSignal.timeout(milliseconds);
  const started = await startHosted(folder, { ...HOSTED, signal }).catch(() => undefined);
  await started?.ended();
}

const fileIn = (folder: string): string => join(folder, 'sandbox.db');
