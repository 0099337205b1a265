/** What a command started and ends again. */
interface Stoppable {
  close(): Promise<void>;
}

/**
 * Runs a command that serves until Ctrl+C or a SIGTERM, then closes what it started and exits with 0.
 * A failure to start is told in one line and exits with 1.
 */
export async function runUntilStopped(start: () => Promise<Stoppable[]>): Promise<void> {
  let started: Stoppable[] = [];
  const stop = async () => {
    await Promise.allSettled(started.map((server) => server.close()));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop());
  try {
    started = await start();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
