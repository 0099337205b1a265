import { DEFAULT_DATA } from '../src/sandbox/node/flags.ts';
import { assertPortFree, portFrom } from './ports.ts';
import { servedFrom } from './served.ts';
import type { Served } from './site-app.ts';

/** What a command started and ends again. */
export interface Server {
  close(): Promise<void>;
}

export interface MockSettings {
  readonly port: number;
  readonly data: string;
  readonly corsOrigins: readonly string[];
}

interface Servers {
  /** Where the site is to listen. */
  readonly port: number;
  readonly served: Served;
  /** What the mock is started with: it is open to the control requests of the site on that port. */
  readonly mock: MockSettings;
}

/**
 * Runs the site and the mock until Ctrl+C or a SIGTERM, then closes both and exits with 0. Ports are checked before
 * anything is built; a failure to start is told in one line and exits with 1.
 */
export async function runServers(start: (servers: Servers) => Promise<Server[]>): Promise<void> {
  let started: Server[] = [];
  const stop = async () => {
    await Promise.allSettled(started.map((server) => server.close()));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop());
  try {
    const served = servedFrom(process.argv.slice(2));
    const port = portFrom('PORT', 4321);
    const mockPort = portFrom('MOCK_PORT', 4010);
    await assertPortFree(port, 'PORT', served.host);
    await assertPortFree(mockPort, 'MOCK_PORT', '127.0.0.1');
    started = await start({ port, served, mock: mockSettings(mockPort, port) });
    console.log(`\n  Site  http://localhost:${port}\n  Mock  http://localhost:${mockPort}\n\n  Ctrl+C stops both.\n`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function mockSettings(port: number, sitePort: number): MockSettings {
  return { port, data: DEFAULT_DATA, corsOrigins: [`http://localhost:${sitePort}`, `http://127.0.0.1:${sitePort}`] };
}
