import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import { Choice } from '../../shared/choice';
import { DraftField } from '../../shared/draft-field';
import { NextHolidays } from '../../shared/next-holidays';
import { Section } from '../../shared/page';
import { PlaceFields } from '../../shared/place-fields';
import { ZoneField } from '../../shared/zone-field';
import { readLocale } from '../../words/i18n';
import { changesOf } from './client-changes';
import classes from './client-page.module.css';

/** The languages that replies are written in; any other one can stand in the book and is kept. */
const REPLY_LANGUAGES = ['en', 'de', 'sk', 'vi'];

function nameLanguages(current: string) {
  const names = new Intl.DisplayNames(readLocale(), { type: 'language' });
  return [...new Set([...REPLY_LANGUAGES, current])].map((value) => ({ value, label: names.of(value) ?? value }));
}

/** In which language, in which form, by which way, and where they are. */
export function TalkSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const { set, save } = changesOf(client);
  const languages = useMemo(() => nameLanguages(client.language), [client.language]);
  return (
    <Section title={t('clients.talk')}>
      <div className={classes.rows}>
        <ZoneField label={t('clients.zone')} value={client.timeZone} onChange={(timeZone) => set({ timeZone })} />
        <PlaceFields label={t('clients.holidays')} country={client.country} region={client.region} onChange={set} />
        <NextHolidays country={client.country} region={client.region} />
        <Select
          label={t('clients.language')}
          data={languages}
          value={client.language}
          onChange={(language) => language && set({ language })}
        />
        <Choice
          label={t('clients.form')}
          value={client.form}
          options={[
            { value: 'familiar', label: t('clients.familiar') },
            { value: 'formal', label: t('clients.formal') },
          ]}
          onChange={(form) => set({ form })}
        />
        <Choice
          label={t('clients.prefers')}
          value={client.prefers}
          options={[
            { value: 'email', label: t('clients.email') },
            { value: 'call', label: t('clients.call') },
            { value: 'chat', label: t('clients.chat') },
          ]}
          onChange={(prefers) => set({ prefers })}
        />
        <DraftField
          label={t('clients.notes')}
          hint={t('clients.notesHint')}
          value={client.notes}
          isLong
          save={(notes) => save({ notes })}
        />
      </div>
    </Section>
  );
}
