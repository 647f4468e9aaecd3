import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import { useDraft } from '../../shared/use-draft';
import { changesOf } from './client-changes';
import classes from './client-name.module.css';

/** The name as the page's title, to be written over. */
export function ClientName({ client }: { client: Client }) {
  const { t } = useTranslation();
  const { error, ...field } = useDraft(client.name, (name) => changesOf(client).save({ name }));
  return (
    <>
      <input
        {...field}
        className={classes.name}
        aria-label={t('clients.name')}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? 'name-error' : undefined}
      />
      {error && (
        <span id="name-error" className={classes.error} role="alert">
          {error}
        </span>
      )}
    </>
  );
}
