import { useState } from 'preact/hooks';
import { events } from '../../../sandbox/generated/events.ts';
import { recipes } from '../../../sandbox/generated/recipes.ts';

interface CauseControlsProps {
  onEmit: (event: string, recipe: string) => void;
  onStartOver: () => void;
}

const troubles = recipes.filter((recipe) => recipe.of === 'webhooks');

/** Which event happens, and what befalls it on its way. */
export function CauseControls({ onEmit, onStartOver }: CauseControlsProps) {
  const [event, setEvent] = useState<string>('message.created');
  const [recipe, setRecipe] = useState('');
  const does = troubles.find(({ name }) => name === recipe)?.does;
  const submit = (submission: Event) => {
    submission.preventDefault();
    onEmit(event, recipe);
  };
  return (
    <form class="ob-cause" onSubmit={submit}>
      <div class="ob-panel-row">
        <label>
          <span>Event</span>
          <select value={event} onChange={(change) => setEvent(change.currentTarget.value)}>
            {events.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          <span>On its way</span>
          <select value={recipe} onChange={(change) => setRecipe(change.currentTarget.value)}>
            <option value="">nothing goes wrong</option>
            {troubles.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="ob-button">
          Emit
        </button>
        <button type="button" class="ob-button" onClick={onStartOver}>
          Start over
        </button>
      </div>
      {does !== undefined && <p class="ob-panel-muted">{does}</p>}
    </form>
  );
}
