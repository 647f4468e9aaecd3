import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { Choice } from '../../shared/choice';
import { Section } from '../../shared/page';
import { readLocale } from '../../words/i18n';
import type { ClientWeeks, Measure } from './client-weeks';
import classes from './load-view.module.css';

/** The last eight weeks: a table whose numbers stand under columns of their height. */
export function EightWeeks({ clients }: { clients: readonly ClientWeeks[] }) {
  const { t } = useTranslation();
  const [measure, setMeasure] = useState<Measure>('interruptions');
  const most = Math.max(1, ...clients.flatMap(({ weeks }) => weeks.map((week) => week.sums[measure])));
  const weeks = clients[0]?.weeks ?? [];
  return (
    <Section
      title={t('load.eightWeeks')}
      actions={
        <div data-fields="stacked" className={classes.measure}>
          <Choice
            label={t('load.measure')}
            value={measure}
            onChange={setMeasure}
            options={[
              { value: 'interruptions', label: t('load.interruptions') },
              { value: 'contacts', label: t('load.contacts') },
              { value: 'minutes', label: t('load.spoken') },
            ]}
          />
        </div>
      }
    >
      <div className={classes.scroll}>
        <table className={classes.weeks}>
          <thead>
            <tr>
              <th scope="col">{t('load.client')}</th>
              {weeks.map(({ week }, index) => (
                <th key={week} scope="col" data-now={index === weeks.length - 1 || undefined}>
                  {index === weeks.length - 1 ? t('load.now') : showWeek(week)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clients.map(({ client, weeks: own }) => (
              <tr key={client.id}>
                <th scope="row">{client.name}</th>
                {own.map(({ week, sums }, index) => (
                  <td key={week} data-now={index === own.length - 1 || undefined}>
                    <span className={classes.column} aria-hidden="true">
                      <i style={{ height: `${(sums[measure] / most) * 100}%` }} />
                    </span>
                    <span data-none={sums[measure] === 0 || undefined}>{sums[measure]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function showWeek(week: string): string {
  return Temporal.PlainDate.from(week).toLocaleString(readLocale(), { day: 'numeric', month: 'short' });
}
