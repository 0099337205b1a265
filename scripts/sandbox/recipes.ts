import { loadPolicies } from '../../src/openapi/document/load.ts';
import type { Recipe, RecipePolicy } from '../../src/openapi/document/policies.ts';
import { duration } from '../../src/site/facts/prose-numbers.ts';

/** Prints what is told of the failure recipes. The sandbox itself knows their names only, so the words weigh on no page that orders none. */
export async function renderRecipes(): Promise<string> {
  const { list, ...figures } = (await loadPolicies()).recipes;
  const recipes = list.map((recipe) => told(recipe, figures));
  return [
    `import type { RequestRecipe, WebhookRecipe } from './policies.ts';`,
    [
      'interface ToldRecipe {',
      '  readonly name: RequestRecipe | WebhookRecipe;',
      '  /** What meets it: requests to the API, or the events that webhooks are told of. */',
      "  readonly of: 'requests' | 'webhooks';",
      '  readonly title: string;',
      '  readonly does: string;',
      '  readonly in_page: string;',
      '}',
    ].join('\n'),
    `export const recipes: readonly ToldRecipe[] = ${JSON.stringify(recipes, null, 2)};`,
  ].join('\n\n');
}

function told({ name, title, does, in_page }: Recipe, figures: Omit<RecipePolicy, 'list'>): object {
  const known = new Map(Object.entries(figures));
  const filled = does.replaceAll(/\{(\w+)\}/g, (_, figure: string) => {
    const seconds = known.get(figure);
    if (seconds === undefined) throw new Error(`The recipe ${name} names a figure that there is not: ${figure}.`);
    return duration(seconds);
  });
  return { name, of: name.startsWith('webhook-') ? 'webhooks' : 'requests', title, does: filled, in_page };
}
