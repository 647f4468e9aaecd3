import { goTo, usePlace } from '../../state/place';
import { ClientList } from './client-list';
import { ClientPage } from './client-page';

export function ClientsView() {
  const { detail } = usePlace();
  if (detail === undefined) return <ClientList />;
  return <ClientPage key={detail} clientId={detail} onLeave={() => goTo('clients')} />;
}
