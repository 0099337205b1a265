import { useState } from 'preact/hooks';
import { Visible } from '../body/StringValue.tsx';

/** All headers that the browser lets a page see. */
export function HeaderList({ headers }: { headers: [name: string, value: string][] }) {
  return (
    <details class="ob-fold">
      <summary>
        Headers <span class="ob-fold-count">{headers.length}</span>
      </summary>
      <dl class="ob-headers">
        {headers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <HeaderValue value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Characters of a long value that are shown at first. */
const shortLength = 400;

function HeaderValue({ value }: { value: string }) {
  const [long, setLong] = useState(false);
  const rest = value.length - shortLength;
  if (long || rest <= 0) return <Visible text={value} />;
  return (
    <>
      <Visible text={value.slice(0, shortLength)} />…{' '}
      <button type="button" class="ob-link" onClick={() => setLong(true)}>
        {rest.toLocaleString('en')} more characters
      </button>
    </>
  );
}
