import { useTranslation } from 'react-i18next';
import type { Request } from '../../../electron/core/model/request';
import { verdictOf } from '../../../electron/core/verdict';
import { countDeferred, countMoved } from '../../../electron/core/verdict/learned';
import { wordCases, wordMoved, wordReason, wordVerdict } from '../../shared/request/word-request';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { ChooseRoute } from './choose-route';
import classes from './request-panel.module.css';

/** Where it goes and why, what to ask, what became of its like, and the other ways it could go. */
export function RequestVerdict({ request }: { request: Request }) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const verdict = verdictOf(state, request, now);
  const { ask, cases } = verdict;
  // That this one was moved is said already.
  const isMoved = cases && countMoved(cases) > (request.override ? 1 : 0);
  return (
    <section className={classes.part}>
      <h4>{t('week.panel.verdict')}</h4>
      <p className={classes.verdict}>{wordVerdict(verdict, now, timeZone)}</p>
      <ul className={classes.reasons}>
        {verdict.reasons
          .filter((reason) => reason.code !== 'next-call')
          .map((reason) => (
            <li key={reason.code}>{wordReason(reason, now, timeZone)}</li>
          ))}
        {ask && <li>{t('week.panel.ask', { questions: ask.map((each) => t(`week.panel.questions.${each}`)) })}</li>}
        {cases && countDeferred(cases) > 0 && <li data-tally="">{wordCases(cases)}</li>}
        {isMoved && <li data-moved="">{wordMoved(cases, 'kind')}</li>}
      </ul>
      <ChooseRoute request={request} verdict={verdict} />
    </section>
  );
}
