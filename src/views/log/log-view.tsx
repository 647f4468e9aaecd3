import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { KeyHint } from '../../shared/key-hint';
import { Page } from '../../shared/page';
import { ProblemLine } from '../../shared/problem-line';
import { useBook } from '../../state/use-book';
import { EntryList } from './entry-list';
import { type Filter, LogFilter, noFilter } from './log-filter';
import classes from './log-view.module.css';
import { UnplannedCalls } from './unplanned-calls';
import { useEntries } from './use-entries';
import { useFindKeys } from './use-find-keys';

const PAGE = 100;

/** Every contact there ever was, newest first. */
export function LogView() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [limit, setLimit] = useState(PAGE);
  const text = filter.text.trim();
  const { entries, hasMore, problem, isLooking } = useEntries(
    {
      ...(text && { text }),
      ...(filter.clientId && { client: filter.clientId }),
      ...(filter.day && { day: filter.day }),
    },
    limit,
  );
  const isFiltered = Object.values(filter).some(Boolean);
  useFindKeys();

  return (
    <Page title={t('log.title')} line={t('log.line')}>
      <UnplannedCalls />
      <LogFilter
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setLimit(PAGE);
        }}
      />
      <p className={classes.looking} role="status">
        {isLooking && isFiltered && <span>{t('log.looking')}</span>}
      </p>
      {problem && <ProblemLine problem={problem} />}
      {entries?.length === 0 && !isLooking && (isFiltered ? <NothingFits /> : <NothingYet />)}
      {entries && entries.length > 0 && <EntryList entries={entries} isOutdated={isLooking} />}
      {hasMore && <Button onClick={() => setLimit(limit + PAGE)}>{t('log.earlier')}</Button>}
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
