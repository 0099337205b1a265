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
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
