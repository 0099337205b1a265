import { readForm } from '../../demo/sign-in/read-form.ts';
import type { ReadForm } from '../../demo/sign-in/sign-in.ts';
import type { FigureProof } from '../figures/ground.ts';
import { levelsAreCumulative, liveKeyRefused, signInPromises } from './access.ts';
import { refusedAreFree, refusedDoNothing, retryAfterSuffices, slidingMinute } from './budgets.ts';
import * as deliveries from './deliveries.ts';
import * as lists from './lists.ts';
import { recipeProofs } from './recipes.ts';
import * as requests from './requests.ts';

/**
 * The proof of each promise that `<Promised name="…">` marks in prose, and of what `<Recipe>` says of webhooks, by its name.
 * @param read how forms are read, elsewhere than in a page
 */
export function promiseProofs(read: ReadForm = readForm): Readonly<Record<string, FigureProof>> {
  return {
    ...deliveries,
    ...lists,
    ...requests,
    refusedAreFree,
    refusedDoNothing,
    retryAfterSuffices,
    slidingMinute,
    levelsAreCumulative,
    liveKeyRefused,
    ...signInPromises(read),
    ...recipeProofs,
  };
}
