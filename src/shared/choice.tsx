import { useId } from 'react';
import classes from './choice.module.css';

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string; hint?: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
}

/** One of a few, all of them in sight. The arrow keys move as in any radio group. */
export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  const hint = options.find((option) => option.value === value)?.hint;
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.body}>
        <div className={classes.options}>
          {options.map((option) => (
            <label key={option.value} className={classes.option}>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
        {hint && <p className={classes.hint}>{hint}</p>}
      </div>
    </fieldset>
  );
}
