import { useTranslation } from 'react-i18next';
import classes from './palette.module.css';
import { type Candidate, isSame, nameCandidate } from './understood';

interface CandidatesProps {
  candidates: readonly Candidate[];
  best: Candidate | undefined;
  onPick(candidate: Candidate): void;
}

/** Everybody whom the line may mean. */
export function Candidates({ candidates, best, onPick }: CandidatesProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.candidates} aria-label={t('palette.who')}>
      {candidates.map((candidate) => (
        <li key={`${candidate.clientId} ${candidate.personId}`}>
          <button type="button" tabIndex={-1} aria-pressed={isSame(candidate, best)} onClick={() => onPick(candidate)}>
            {nameCandidate(candidate)}
          </button>
        </li>
      ))}
    </ul>
  );
}
