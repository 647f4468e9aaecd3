import { useTranslation } from 'react-i18next';
import { outcomeSchema, type Request } from '../../../electron/core/model/request';
import { outcomeOf } from '../../../electron/core/verdict/cases';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { Choice } from '../choice';

/** What became of something deferred: what the log shows is marked until something is said. Nothing for anything else. */
export function OutcomeChoice({ request, label }: { request: Request; label: string }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const outcome = outcomeOf(request, timeZone);
  if (!outcome) return null;
  return (
    <Choice
      label={label}
      value={outcome}
      options={outcomeSchema.options.map((value) => ({ value, label: t(`request.outcomes.${value}`) }))}
      onChange={(value) => void act('request.outcome', { request: request.id, outcome: value })}
    />
  );
}
