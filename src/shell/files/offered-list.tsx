import { useTranslation } from 'react-i18next';
import { type Offered, OfferedRow } from './offered-row';
import classes from './taken-files.module.css';

const SHOWN = 20;

/** Mails that are not taken by themselves, all for one reason. */
export function OfferedList({ why, mails }: { why: Offered['why']; mails: readonly Offered[] }) {
  const { t } = useTranslation();
  if (mails.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t(`files.why.${why}`)}</h3>
      <p className={classes.detail}>{t(`files.whyLine.${why}`)}</p>
      <ul>
        {mails.slice(0, SHOWN).map((mail) => (
          <OfferedRow key={mail.address} mail={mail} />
        ))}
      </ul>
      {mails.length > SHOWN && <p className={classes.detail}>{t('files.more', { count: mails.length - SHOWN })}</p>}
    </section>
  );
}
