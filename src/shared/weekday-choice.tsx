import classes from './choice.module.css';
import { nameWeekday, orderWeekdays } from './weekdays';

interface WeekdayChoiceProps {
  label: string;
  weekStartsOn: number;
  /** ISO weekdays. */
  value: readonly number[];
  onChange: (weekdays: number[]) => void;
  error?: string;
}

/** Some days of the week. */
export function WeekdayChoice({ label, weekStartsOn, value, onChange, error }: WeekdayChoiceProps) {
  function toggle(weekday: number): void {
    const rest = value.filter((each) => each !== weekday);
    onChange((rest.length === value.length ? [...value, weekday] : rest).sort((one, other) => one - other));
  }
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.body}>
        <div className={classes.options}>
          {orderWeekdays(weekStartsOn).map((weekday) => (
            <label key={weekday} className={classes.option}>
              <input
                type="checkbox"
                checked={value.includes(weekday)}
                onChange={() => toggle(weekday)}
                aria-label={nameWeekday(weekday, 'long')}
              />
              <span>{nameWeekday(weekday, 'short')}</span>
            </label>
          ))}
        </div>
        {error && (
          <p className={classes.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
