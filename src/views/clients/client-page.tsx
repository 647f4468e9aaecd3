import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Page } from '../../shared/page';
import { addressOf } from '../../state/place';
import { useBook } from '../../state/use-book';
import { AgreementSection } from './agreement-section';
import { CallsSection } from './calls-section';
import { ClientName } from './client-name';
import classes from './client-page.module.css';
import { ComingSection } from './coming-section';
import { TheirHoursSection } from './hours-section';
import { LeaveSection } from './leave-section';
import { PeopleSection } from './people-section';
import { ReachSection } from './reach-section';
import { StageSection } from './stage-section';
import { TalkSection } from './talk-section';
import { useWayBack } from './use-way-back';

/** Everything about one client. Each field saves itself when it is left, and can be undone. */
export function ClientPage({ clientId, onLeave }: { clientId: string; onLeave: () => void }) {
  const { t } = useTranslation();
  const client = useBook((state) => state.clients.find((each) => each.id === clientId));
  const wayBack = useWayBack(onLeave);
  if (!client)
    return (
      <Page title={t('clients.title')}>
        <EmptyState title={t('clients.gone')} action={<Button onClick={onLeave}>{t('clients.all')}</Button>}>
          {t('clients.goneText')}
        </EmptyState>
      </Page>
    );
  return (
    <div className={classes.client} {...wayBack}>
      <a className={classes.back} href={addressOf('clients')}>
        {t('clients.all')}
      </a>
      <Page title={<ClientName client={client} />}>
        <CallsSection client={client} />
        <ComingSection client={client} />
        <ReachSection client={client} />
        <PeopleSection client={client} />
        <TalkSection client={client} />
        <TheirHoursSection client={client} />
        <AgreementSection client={client} />
        <StageSection client={client} />
        <LeaveSection client={client} onLeave={onLeave} />
      </Page>
    </div>
  );
}
