import classes from './toggle.module.css';

interface ToggleProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint?: string;
}

/** On or off, at once. */
export function Toggle({ label, isOn, onChange, hint }: ToggleProps) {
  return (
    <label className={classes.toggle}>
      <span className={classes.label}>{label}</span>
      <span className={classes.body}>
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          aria-label={label}
          checked={isOn}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
    </label>
  );
}
