import { Field } from '../../../ui/fields/Field.tsx';

interface ExampleChoiceProps {
  id: string;
  examples: { name: string; text: string }[];
  text: string;
  onChoose: (text: string) => void;
}

/** The document's examples, where it has several. */
export function ExampleChoice({ id, examples, text, onChoose }: ExampleChoiceProps) {
  if (examples.length < 2) return null;
  const current = examples.findIndex((example) => example.text === text);
  return (
    <Field id={id} label="Example">
      <select
        id={id}
        value={current}
        onChange={({ currentTarget: { value } }) => onChoose(examples[Number(value)]?.text ?? text)}
      >
        {current < 0 && <option value={-1}>Changed by you</option>}
        {examples.map(({ name }, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
