import { VERSION } from './version.ts';

interface Surroundings {
  process?: { env?: Record<string, string | undefined>; versions?: Record<string, string | undefined> };
  navigator?: { userAgent?: string };
}

const surroundings = globalThis as Surroundings;

/** A variable of the environment; undefined where there is none, or it may not be read. */
export function environment(name: string): string | undefined {
  try {
    return surroundings.process?.env?.[name];
  } catch {
    return undefined;
  }
}

/** `orbinto-node/1.2.0 node/26.10.0`; undefined in browsers, which say who they are. */
export function userAgent(): string | undefined {
  const { process, navigator } = surroundings;
  const runtime = ['bun', 'deno', 'node'].find((name) => process?.versions?.[name]);
  const told = runtime
    ? `${runtime}/${process?.versions?.[runtime]}`
    : /^Cloudflare-Workers/.test(navigator?.userAgent ?? '') && 'workerd/1';
  return told ? `orbinto-node/${VERSION} ${told}` : undefined;
}
