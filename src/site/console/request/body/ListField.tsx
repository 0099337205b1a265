import { useEffect, useRef, useState } from 'preact/hooks';
import type { CompositeProps } from './field.ts';
import { idOf, pointerTo } from './field.ts';
import { Fold } from './Fold.tsx';
import { addChild, removeChild, replaceNode } from '../../../../json-text/edit.ts';
import { blankOf } from './blank-value.ts';

/** Items, each with a button that removes it, and one that adds another. */
export function ListField(props: CompositeProps) {
  const { form, node, shape, pointer, label, write, ValueField } = props;
  const list = node?.type === 'array' ? node : undefined;
  const items = list?.children ?? [];
  /** The item to bring the focus to, once it is there. */
  const [focused, setFocused] = useState<number>();
  const [added, setAdded] = useState<number>();
  const [generation, setGeneration] = useState(0);
  const addButton = useRef<HTMLButtonElement>(null);
  const shapeAt = (index: number) => form.shapes[shape.items?.[index] ?? shape.items?.at(-1) ?? -1];
  useEffect(() => {
    if (focused === undefined) return;
    const control = document.getElementById(idOf(form, pointerTo(pointer, focused)));
    (control ?? addButton.current)?.focus();
    setFocused(undefined);
  }, [focused]);
  const add = () => {
    const blank = blankOf(form.shapes, shapeAt(items.length));
    if (list) form.edit(addChild(form.text, list, blank));
    else write(`[${blank}]`);
    setAdded(items.length);
    setFocused(items.length);
  };
  const remove = (index: number) => {
    if (!list) return;
    form.edit(removeChild(form.text, list, index));
    setGeneration(generation + 1);
    setAdded(undefined);
    setFocused(Math.min(index, items.length - 2));
  };
  return (
    <Fold {...props} count={`${items.length} ${items.length === 1 ? 'item' : 'items'}`}>
      {() => (
        <>
          {items.map((item, index) => (
            <ValueField
              key={`${generation}-${index}`}
              form={form}
              shape={shapeAt(index) ?? shape}
              node={item}
              pointer={pointerTo(pointer, index)}
              label={`${label} ${index + 1}`}
              bare
              fresh={index === added}
              removeLabel={`Remove ${label} ${index + 1}`}
              write={(json) => (json === undefined ? remove(index) : form.edit(replaceNode(form.text, item, json)))}
            />
          ))}
          <p>
            <button type="button" class="ob-link" ref={addButton} onClick={add}>
              + Add item<span class="ob-hidden"> to {label}</span>
            </button>
          </p>
        </>
      )}
    </Fold>
  );
}
