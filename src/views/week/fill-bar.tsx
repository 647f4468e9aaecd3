import { useTranslation } from 'react-i18next';
import { showLength } from '../../shared/show-time';
import classes from './fill-bar.module.css';

interface FillBarProps {
  planned: number;
  available: number;
  hasWords?: boolean;
}

/** Minutes planned against the length of the call; what is too much is said, not only drawn. */
export function FillBar({ planned, available, hasWords = false }: FillBarProps) {
  const { t } = useTranslation();
  const over = planned - available;
  const words =
    over > 0
      ? t('week.over', { length: showLength(over) })
      : t('week.planned', { planned, available: showLength(available) });
  const length = Math.max(planned, available);
  return (
    <div className={classes.fill} data-over={over > 0 || undefined}>
      <div className={classes.bar} role="img" aria-label={words}>
        <span style={{ width: `${(Math.min(planned, available) / length) * 100}%` }} />
        {over > 0 && <span className={classes.over} style={{ width: `${(over / length) * 100}%` }} />}
      </div>
      {hasWords && (
        <p className={classes.words} aria-hidden="true">
          {words}
        </p>
      )}
    </div>
  );
}
