import { Suspense } from 'react';
import { useBook } from '../state/use-book';
import { Frame } from './frame';
import { NoticeBoard } from './notice-board';
import { Welcome } from './views';

export function App() {
  const isNew = useBook((state) => !state.device.isWelcomeDone && state.clients.length === 0);
  if (!isNew) return <Frame />;
  return (
    <>
      <Suspense fallback={null}>
        <Welcome />
      </Suspense>
      <NoticeBoard />
    </>
  );
}
