import { useTranslation } from 'react-i18next';
import classes from './palette.module.css';

/** Said where the line names nobody who is known. */
export function Unknown() {
  const { t } = useTranslation();
  return <span className={classes.unknown}>{t('palette.unknown')}</span>;
}
