import { z } from 'zod';
import { type Template, templateSchema } from '../model/template';
import { refuse } from '../refuse';

const FORMAT = 'until-friday-templates';
const fileSchema = z.object({ format: z.literal(FORMAT), templates: z.array(z.unknown()).max(2000) });

/** The templates as a file that `readTemplates` takes back. */
export function writeTemplates(templates: readonly Template[]): string {
  return `${JSON.stringify({ format: FORMAT, templates }, null, 2)}\n`;
}

/** The templates of a file, and the reasons why some are none. @throws Refusal where it is no such file. */
export function readTemplates(text: string): { templates: Template[]; refused: string[] } {
  const file = fileSchema.safeParse(parse(text));
  if (!file.success)
    refuse('invalid', 'This is no file of templates.', {
      field: 'text',
      action: 'Take one that "template export" has written.',
    });
  const templates: Template[] = [];
  const refused: string[] = [];
  for (const [index, each] of file.data.templates.entries()) {
    const read = templateSchema.safeParse(each);
    const [issue] = read.error?.issues ?? [];
    if (read.success) templates.push(read.data);
    else refused.push(`Template ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  return { templates, refused };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
