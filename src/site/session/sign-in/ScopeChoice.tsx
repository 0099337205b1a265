import { consents } from '../../../sandbox/generated/policies.ts';

interface ScopeChoiceProps {
  chosen: string[];
  /** Those that the call cannot do without. */
  needed: readonly string[];
  disabled: boolean;
  onChange: (scopes: string[]) => void;
}

/** Every scope with what it allows, as the consent page will word it. */
export function ScopeChoice({ chosen, needed, disabled, onChange }: ScopeChoiceProps) {
  const all = Object.keys(consents);
  const toggle = (scope: string, on: boolean) =>
    onChange(all.filter((name) => (name === scope ? on : chosen.includes(name))));
  return (
    <fieldset class="ob-scopes" disabled={disabled}>
      <legend>What it may do</legend>
      {Object.entries(consents).map(([scope, allows]) => (
        <label key={scope}>
          <input
            type="checkbox"
            value={scope}
            checked={chosen.includes(scope)}
            onChange={(event) => toggle(scope, event.currentTarget.checked)}
          />
          <span>
            <code>{scope}</code>
            {needed.includes(scope) && <span class="ob-scope-needed"> this call needs it</span>}
            <small>{allows}</small>
          </span>
        </label>
      ))}
      <p class="ob-actions">
        <button type="button" class="ob-link" onClick={() => onChange(all)}>
          All
        </button>
        {needed.length > 0 && (
          <button type="button" class="ob-link" onClick={() => onChange(all.filter((name) => needed.includes(name)))}>
            Only what this call needs
          </button>
        )}
      </p>
    </fieldset>
  );
}
