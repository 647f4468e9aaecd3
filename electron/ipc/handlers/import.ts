import { gatherFiles } from '../../given-files';
import { isCardFile } from '../../inputs/vcard/is-card-file';
import type { Handlers } from '../context';
import { importAll } from '../import';
import { withDesktop } from './desktop';

export const importHandlers: Handlers<'import' | 'import.paths' | 'window.files'> = {
  import: ({ files, ...choices }, context) => importAll(files, choices, context),
  'import.paths': async ({ paths, ...choices }, context) => {
    const { files, refused } = await gatherFiles(paths);
    const told = <T extends { refused: typeof refused }>(answer: T) => ({
      ...answer,
      refused: [...refused, ...answer.refused],
    });
    const hasCards = files.some(({ name, text }) => text !== undefined && isCardFile({ name, text }));
    if (hasCards && choices.merge === undefined) {
      const foreseen = await importAll(files, choices, { ...context, dryRun: true });
      if (foreseen.merges) return { ...told(foreseen), isAsked: true };
    }
    return told(await importAll(files, choices, context));
  },
  'window.files': ({ paths }, context) => withDesktop(context, (desktop) => desktop.openFiles(paths)),
};
