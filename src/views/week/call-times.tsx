import type { Occurrence } from '../../../electron/core/calls/occurrences';
import { showTime } from '../../shared/show-time';
import { wordTheirTime } from '../../shared/their-time';
import { useBook } from '../../state/use-book';

/** `15:00 – 15:30` on my clock. */
export function CallTime({ occurrence }: { occurrence: Occurrence }) {
  const timeZone = useBook((state) => state.settings.timeZone);
  return (
    <time dateTime={occurrence.startsAt.toString()}>
      {showTime(occurrence.startsAt, timeZone)} – {showTime(occurrence.endsAt, timeZone)}
    </time>
  );
}

interface TheirTimeProps {
  occurrence: Occurrence;
  clientZone: string;
  isShort?: boolean;
}

/** The client's own time, where their clock shows another; with the day where it is another day for them. */
export function TheirTime({ occurrence, clientZone, isShort = false }: TheirTimeProps) {
  const timeZone = useBook((state) => state.settings.timeZone);
  const words = wordTheirTime(occurrence.startsAt, clientZone, timeZone, isShort ? 'short' : 'long');
  return words ? <span>{words}</span> : null;
}
