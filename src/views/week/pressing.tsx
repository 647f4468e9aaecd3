import { useTranslation } from 'react-i18next';
import type { Request } from '../../../electron/core/model/request';
import type { Verdict } from '../../../electron/core/verdict';
import { nameRequest, wordVerdict } from '../../shared/request/word-request';
import { showDate } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { useDesk } from './desk';
import classes from './pressing.module.css';
import type { WeekPicture } from './week-picture';

/** What should not wait for its call, before everything else; each leads to its place on the page. */
export function Pressing({ pressing }: { pressing: WeekPicture['pressing'] }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  if (pressing.length === 0) return null;

  function wordPressing({ emergency, neededBy }: Request, { reasons }: Verdict): string {
    if (emergency) return t(`week.emergency.${emergency}`);
    const code = reasons[0]?.code;
    if (code === 'override' || code === 'promise-at-risk') return t(`week.pressingBy.${code}`);
    return t('week.neededByFirst', { day: showDate(neededBy ?? '') });
  }

  return (
    <section className={classes.pressing} aria-label={t('week.pressing')}>
      <ul>
        {pressing.map(({ client, request, verdict }) => (
          <li key={request.id}>
            <button type="button" className={classes.line} onClick={() => desk.show(request.id)}>
              <strong>{wordPressing(request, verdict)}</strong>
              <span className={classes.what}>
                {client.name}: {nameRequest(request)}
              </span>
              <span className={classes.where}>{wordVerdict(verdict, now, timeZone)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
