import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ToneWords, toneWordsSchema } from '../../../electron/core/tone/words';

const FOLDER = join(__dirname, '../../../resources/tone');

/** The lists as they lie in the repository, by language. */
export const lists: Record<string, ToneWords> = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [
    file.replace('.json', ''),
    toneWordsSchema.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
  ]),
);
