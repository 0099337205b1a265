import { useState } from 'preact/hooks';
import { Guarded } from '../ui/guard/Guarded.tsx';
import type { Act } from './acts.ts';
import { Checklist } from './Checklist.tsx';
import type { Addresses } from './links.ts';
import { OperatorColumn } from './OperatorColumn.tsx';
import type { Playground } from './playground.ts';
import { latestSentence, TrafficColumn } from './TrafficColumn.tsx';
import { usePlayground } from './use-playground.ts';
import { VisitorColumn } from './VisitorColumn.tsx';

/** Where there is no room for three columns, one is shown. */
const columns = { visitor: 'Visitor', operator: 'Operator', traffic: 'API traffic' } as const;

type Column = keyof typeof columns;

/** A visitor's chat, an operator's inbox and what goes over the wire, on one workspace. */
export function PlaygroundPage({ playground, addresses }: { playground: Playground; addresses: Addresses }) {
  usePlayground(playground);
  const [shown, show] = useState<Column>('visitor');
  const { state } = playground;
  const { view, entries, trouble, happened } = state;
  const onAct = (act: Act): Promise<boolean> => playground.act(act);
  return (
    <div class="pg" data-shown={shown}>
      <p class="pg-tabs">
        {(Object.keys(columns) as Column[]).map((name) => (
          <button type="button" key={name} aria-pressed={name === shown} onClick={() => show(name)}>
            {columns[name]}
          </button>
        ))}
      </p>
      <p class="pg-latest" role="status">
        {latestSentence(entries)}
      </p>
      {trouble !== '' && (
        <p class="pg-trouble" role="alert">
          {trouble}{' '}
          <button type="button" onClick={() => void playground.refresh()}>
            Try again
          </button>
        </p>
      )}
      <div class="pg-columns">
        {!view && trouble === '' && <p class="pg-empty">Looking at the sandbox…</p>}
        {view && !view.visitor && <Empty onReset={() => void playground.reset()} />}
        {view?.visitor && (
          <>
            <Guarded name="The chat">
              <VisitorColumn
                addresses={addresses}
                view={view}
                visitor={view.visitor}
                onAct={onAct}
                onNewVisitor={() => void playground.newVisitor()}
              />
            </Guarded>
            <Guarded name="The inbox">
              <OperatorColumn
                addresses={addresses}
                view={view}
                onAct={onAct}
                onChoose={(id) => void playground.choose(id)}
              />
            </Guarded>
          </>
        )}
        {view && (
          <Guarded name="The traffic">
            <TrafficColumn addresses={addresses} state={state} />
          </Guarded>
        )}
      </div>
      <Checklist addresses={addresses} happened={happened} />
    </div>
  );
}

function Empty({ onReset }: { onReset: () => void }) {
  return (
    <div class="pg-column pg-empty">
      <p>Your workspace has no visitors: it was emptied, or an import without any took its place.</p>
      <p class="pg-acts">
        <button type="button" onClick={onReset}>
          Bring the sample data back
        </button>
      </p>
    </div>
  );
}
