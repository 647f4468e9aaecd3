import { Select } from '@mantine/core';
import { useMemo } from 'react';

interface ZoneFieldProps {
  label: string;
  value: string;
  onChange: (timeZone: string) => void;
  error?: string;
}

/** Any time zone, found by the name of its city. */
export function ZoneField({ label, value, onChange, error }: ZoneFieldProps) {
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    // A zone under an older name (Europe/Kiev) is not among those offered, and is still the one that is set.
    return (known.includes(value) ? known : [value, ...known]).map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' ').replaceAll('/', ' / '),
    }));
  }, [value]);
  return (
    <Select
      label={label}
      data={zones}
      value={value}
      error={error}
      searchable
      limit={60}
      onChange={(zone) => zone && onChange(zone)}
    />
  );
}
