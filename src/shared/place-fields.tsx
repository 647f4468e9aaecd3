import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../state/use-answer';
import { readLocale } from '../words/i18n';

interface Place {
  country?: string;
  region?: string;
}

interface PlaceFieldsProps extends Place {
  label: string;
  /** `null` takes away. A new country has no region yet. */
  onChange: (place: { country: string | null; region: string | null }) => void;
}

/** Whose public holidays are kept: a country, and a part of it where that has days of its own. */
export function PlaceFields({ label, country, region, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const { answer } = useAnswer('holiday.places', country ? { country } : {});
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(readLocale(), { type: 'region' });
    return (answer?.countries ?? [])
      .map(({ country: value, name }) => ({ value, label: names.of(value) ?? name }))
      .sort((one, other) => one.label.localeCompare(other.label));
  }, [answer?.countries]);
  const regions = country ? (answer?.regions ?? []) : [];
  return (
    <>
      <Select
        label={label}
        placeholder={t('shared.none')}
        data={countries}
        value={country ?? null}
        searchable
        clearable
        onChange={(next) => next !== (country ?? null) && onChange({ country: next, region: null })}
      />
      {country && regions.length > 0 && (
        <Select
          label={t('settings.region')}
          placeholder={t('settings.regionNone')}
          data={regions.map(({ region: value, name }) => ({ value, label: name }))}
          value={region ?? null}
          searchable
          clearable
          onChange={(next) => onChange({ country, region: next })}
        />
      )}
    </>
  );
}
