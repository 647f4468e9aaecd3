import { useEffect, useState } from 'react';
import { goTo, usePlace } from '../../state/place';
import { ClientList } from './client-list';
import { ClientPage } from './client-page';

export function ClientsView() {
  const { detail } = usePlace();
  // Whose page was open last: back in the list, the focus is there.
  const [lastId, setLastId] = useState(detail);
  useEffect(() => {
    if (detail !== undefined) setLastId(detail);
  }, [detail]);
  if (detail === undefined) return <ClientList lastId={lastId} />;
  return <ClientPage key={detail} clientId={detail} onLeave={() => goTo('clients')} />;
}
