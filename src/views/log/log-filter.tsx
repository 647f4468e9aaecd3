import { Select, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { useBook } from '../../state/use-book';
import classes from './log-filter.module.css';

export interface Filter {
  text: string;
  clientId: string;
  day: string;
}

export const noFilter: Filter = { text: '', clientId: '', day: '' };

interface LogFilterProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function LogFilter({ filter, onChange }: LogFilterProps) {
  const { t } = useTranslation();
  const clients = useBook((state) => state.clients.map(({ id, name }) => ({ value: id, label: name })));
  const isSet = Object.values(filter).some(Boolean);
  return (
    <search className={classes.filter} data-fields="stacked">
      <TextInput
        type="search"
        label={t('log.find')}
        value={filter.text}
        data-log-find
        onKeyDown={leaveForList}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        label={t('log.client')}
        placeholder={t('log.everyone')}
        data={clients}
        searchable
        value={filter.clientId || null}
        allowDeselect
        onChange={(clientId) => onChange({ ...filter, clientId: clientId ?? '' })}
      />
      <TextInput
        type="date"
        label={t('log.day')}
        value={filter.day}
        onChange={(event) => onChange({ ...filter, day: event.currentTarget.value })}
      />
      {isSet && (
        <Button kind="plain" onClick={() => onChange(noFilter)}>
          {t('log.clear')}
        </Button>
      )}
    </search>
  );
}

/** From what was typed to what was found. */
function leaveForList(event: KeyboardEvent<HTMLInputElement>): void {
  const first = document.querySelector<HTMLElement>('[data-entry]');
  if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || !first) return;
  event.preventDefault();
  first.focus();
}
