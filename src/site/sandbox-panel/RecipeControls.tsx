import { useState } from 'preact/hooks';
import { recipeFigures } from '../../sandbox/generated/policies.ts';
import { recipes } from '../../sandbox/generated/recipes.ts';
import type { Faults } from './control-client.ts';
import { NumberField } from './NumberField.tsx';
import { Secrets } from './Secrets.tsx';
import type { WebhookWithSecret } from './Secrets.tsx';
import type { ControlSandbox } from './use-panel.ts';

type Recipe = (typeof recipes)[number];
type Order = Faults & { readonly webhooks?: readonly WebhookWithSecret[] };

const groups = [
  { of: 'requests', name: 'Requests' },
  { of: 'webhooks', name: 'Webhooks' },
] as const;

/** What breaks integrations in production: a button each. One is ordered at a time. */
export function RecipeControls({ faults, controlSandbox }: { faults: Faults; controlSandbox: ControlSandbox }) {
  const [count, setCount] = useState('1');
  const [webhooks, setWebhooks] = useState<readonly WebhookWithSecret[]>([]);
  const put = async (body: object) => {
    const told = await controlSandbox<Order>({ path: '/faults', method: 'PUT', body }, standing);
    setWebhooks(told?.webhooks ?? []);
  };
  return (
    <details class="ob-fold">
      <summary>
        Break it on purpose <span class="ob-fold-count">{orderOf(faults) ?? 'nothing ordered'}</span>
      </summary>
      <div class="ob-panel-row">
        <NumberField
          label="For the next … requests or events"
          value={count}
          min={1}
          max={recipeFigures.max_count}
          onInput={setCount}
        />
        <button type="button" class="ob-button" onClick={() => void put({})}>
          Clear the recipe
        </button>
      </div>
      {groups.map(({ of, name }) => (
        <RecipeGroup
          key={of}
          name={name}
          group={recipes.filter((recipe) => recipe.of === of)}
          active={faults.recipe}
          onOrder={(recipe) => void put({ recipe, count: Number(count) })}
        />
      ))}
      {webhooks.length > 0 && <Secrets webhooks={webhooks} onDismiss={() => setWebhooks([])} />}
    </details>
  );
}

interface RecipeGroupProps {
  name: string;
  group: readonly Recipe[];
  active: string | undefined;
  onOrder: (recipe: string) => void;
}

function RecipeGroup({ name, group, active, onOrder }: RecipeGroupProps) {
  return (
    <div class="ob-recipes">
      <h4 id={`recipes-${name}`}>{name}</h4>
      <ul aria-labelledby={`recipes-${name}`}>
        {group.map(({ name: recipe, title, does }) => (
          <li key={recipe}>
            <button
              type="button"
              class="ob-button"
              aria-pressed={recipe === active}
              aria-describedby={`recipe-${recipe}`}
              onClick={() => onOrder(recipe)}
            >
              {title}
            </button>
            <span class="ob-panel-muted" id={`recipe-${recipe}`}>
              {does}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `Lost answer, the next 2 requests`. */
function orderOf({ recipe, count = 1 }: Faults): string | undefined {
  const ordered = recipes.find(({ name }) => name === recipe);
  if (!ordered) return undefined;
  const what = ordered.of === 'requests' ? 'request' : 'event';
  return `${ordered.title}, the next ${count === 1 ? what : `${count} ${what}s`}`;
}

function standing(faults: Faults): string {
  const order = orderOf(faults);
  return order === undefined ? 'Nothing is broken any more.' : `Ordered: ${order}.`;
}
