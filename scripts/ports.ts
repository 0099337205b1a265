import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * The port that an environment variable names.
 *
 * @throws if it is not a whole number from 1 to 65535.
 */
export function portFrom(variable: string, fallback: number): number {
  const text = process.env[variable];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${variable}=${text} is not a port: give a whole number from 1 to 65535.`);
}

/**
 * Checks that a port can be had, before long work is done for it.
 *
 * @throws with what to do, if another program listens there.
 */
export async function assertPortFree(port: number, variable: string, host?: string): Promise<void> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(portProblem(error, port, variable), { cause: error });
  }
  server.close();
  await once(server, 'close');
}

function portProblem(error: unknown, port: number, variable: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop the program that listens there, or choose another port: ${variable}=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} is not open to this user. Choose one above 1023: ${variable}=4321 npm start`;
  return `Port ${port} cannot be had: ${String(error)}`;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
