import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { KeyHint } from '../../shared/key-hint';
import { Page } from '../../shared/page';
import { ProblemLine } from '../../shared/problem-line';
import { useAnswer } from '../../state/use-answer';
import { useBook } from '../../state/use-book';
import { EntryList } from './entry-list';
import { type Filter, LogFilter, noFilter } from './log-filter';

const PAGE = 100;

/** Every contact there ever was, newest first. */
export function LogView() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [limit, setLimit] = useState(PAGE);
  const { answer, problem } = useAnswer('entries', {
    limit,
    ...(filter.text && { text: filter.text }),
    ...(filter.clientId && { client: filter.clientId }),
    ...(filter.day && { day: filter.day }),
  });
  const isFiltered = filter !== noFilter && Object.values(filter).some(Boolean);

  return (
    <Page title={t('log.title')} line={t('log.line')}>
      <LogFilter
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setLimit(PAGE);
        }}
      />
      {problem && <ProblemLine problem={problem} />}
      {answer?.entries.length === 0 && (isFiltered ? <NothingFits /> : <NothingYet />)}
      {answer && answer.entries.length > 0 && <EntryList entries={answer.entries} />}
      {answer?.hasMore && <Button onClick={() => setLimit(limit + PAGE)}>{t('log.earlier')}</Button>}
    </Page>
  );
}

function NothingFits() {
  const { t } = useTranslation();
  return <EmptyState title={t('log.none')}>{t('log.noneText')}</EmptyState>;
}

function NothingYet() {
  const { t } = useTranslation();
  const shortcut = useBook((state) => state.device.shortcut);
  return (
    <EmptyState title={t('log.empty')}>
      {shortcut ? (
        <Trans i18nKey="log.emptyText" components={{ keys: <KeyHint keys={shortcut} /> }} />
      ) : (
        t('log.emptyTextNoKeys')
      )}
    </EmptyState>
  );
}
