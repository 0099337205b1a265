import type { Exchange, Message } from './messages.ts';
import type { StepId } from './steps.ts';

/** What one step did. */
export interface StepResult {
  readonly id: StepId;
  /** What the app has in hand. */
  readonly values: readonly (readonly [name: string, value: string])[];
  readonly request: Message | undefined;
  readonly response: Message | undefined;
  /** What came of it, in one sentence; of a refusal the server's own words. */
  readonly says: string;
  readonly isRefused: boolean;
  /** Of a refusal: the index of the check that failed, among those of the step. */
  readonly failed: number | undefined;
}

export type Outcome = Omit<StepResult, 'id'>;

/** An outcome of what is named, and nothing else. */
export function outcome(known: Pick<Outcome, 'says'> & Partial<Outcome>): Outcome {
  return { values: [], request: undefined, response: undefined, isRefused: false, failed: undefined, ...known };
}

/**
 * What an exchange came to.
 * @param success what it means where it is not refused
 * @param failed the check that a refusal is about
 */
export function outcomeOf(exchange: Exchange, success: string, failed?: number): Outcome {
  const { request, response } = exchange;
  const refusal = refusalOf(exchange);
  const isRefused = refusal !== undefined;
  return outcome({ request, response, says: refusal ?? success, isRefused, failed: isRefused ? failed : undefined });
}

/** The server's words of a refusal, `invalid_grant: …`, wherever it says them: in a redirect, or in a body. */
function refusalOf({ status, text, location }: Exchange): string | undefined {
  if (location) {
    const { searchParams } = location;
    const code = searchParams.get('error');
    return code === null ? undefined : `${code}: ${searchParams.get('error_description') ?? ''}`;
  }
  if (status < 400) return undefined;
  const { error, error_description: description = '' } = JSON.parse(text) as {
    error: string | { code: string; message: string };
    error_description?: string;
  };
  return typeof error === 'string' ? `${error}: ${description}` : `${error.code}: ${error.message}`;
}
