import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Lazy } from '../../lazy.ts';

interface LazyButtonProps<Value> {
  /** What the button needs. It is fetched when the button is reached. */
  chunk: Lazy<Value>;
  /** What a press does with it. */
  use: (value: Value) => unknown;
  class?: string;
  'data-field'?: string;
  children: ComponentChildren;
}

/** A button whose work is loaded late. It says when that failed; another press tries again. */
export function LazyButton<Value>({ chunk, use, children, class: style = 'ob-link', ...rest }: LazyButtonProps<Value>) {
  const [failed, setFailed] = useState(false);
  const press = async () => {
    try {
      const value = await chunk.load();
      setFailed(false);
      use(value);
    } catch {
      setFailed(true);
    }
  };
  return (
    <button
      type="button"
      class={style}
      {...rest}
      onPointerEnter={chunk.preload}
      onFocus={chunk.preload}
      onClick={() => void press()}
    >
      {failed ? 'Not loaded: try again' : children}
    </button>
  );
}
