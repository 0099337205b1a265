interface NumberFieldProps {
  label: string;
  value: string;
  min: number;
  max: number;
  /** Omitted: whole numbers. */
  step?: 'any';
  onInput: (value: string) => void;
}

export function NumberField({ label, value, min, max, step, onInput }: NumberFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={min}
        max={max}
        step={step}
        required
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
