/** Tells the chosen sandbox to fail, for a block that shows how. */
import { control, ControlError } from '../sandbox-panel/control-client.ts';
import type { Session } from '../session/session.ts';

/** Orders a failure recipe for the next request. @returns why it was not done; undefined once it is */
export async function orderRecipe(session: Session, recipe: string): Promise<string | undefined> {
  try {
    await control(session, '/faults', 'PUT', JSON.stringify({ recipe }));
    return undefined;
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    const { title, explanation } = error.trouble;
    return `${title}. ${explanation}`;
  }
}
