import { takeFiles } from './files';

/** What the system's window shows at first. */
const KINDS = '.json,.ics,.ical,.ifb,.vcf,.vcard,.eml,.mbox,.mbx,.msg';

let field: HTMLInputElement | undefined;

/** Asks for files by the system's own window, and takes them in as if they were dropped. */
export function pickFiles(): void {
  field ??= addField();
  field.click();
}

function addField(): HTMLInputElement {
  const added = document.createElement('input');
  Object.assign(added, { type: 'file', multiple: true, accept: KINDS, hidden: true });
  added.addEventListener('change', () => {
    const paths = window.untilFriday.pathsOf([...(added.files ?? [])]);
    // The same file can be picked again, once it was put right.
    added.value = '';
    void takeFiles(paths);
  });
  document.body.append(added);
  return added;
}
