import type { Receipt } from '../../core/replies/receipt';

/** No script, nothing from elsewhere: what the client's own words bring along is shown as text. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 3rem 1.5rem; font: 1rem/1.5 Georgia, 'Times New Roman', serif; color: #2b2620; background: #faf6ee; }
main { max-width: 34rem; margin: 0 auto; padding-left: 1.25rem; border-left: 4px solid #a4461f; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; font-weight: 600; }
p { margin: 0 0 1rem; }
footer { font-size: .875rem; color: #635b50; }
@media (prefers-color-scheme: dark) {
  body { color: #ece5d8; background: #1d2128; }
  main { border-color: #e08a5f; }
  footer { color: #b3aca0; }
}
@media print { body { padding: 0; background: none; } }
`.trim();

/** A receipt as a page of its own (HTML): one small file that opens in any browser, prints, and asks nobody anything. */
export function writeReceiptPage(receipt: Receipt, myName: string): string {
  const { language, subject, title, line, otherwise, writtenOn } = receipt;
  const from = [myName, writtenOn].filter(Boolean).map(escapeMarks).join(' · ');
  return `<!doctype html>
<html lang="${escapeMarks(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarks(subject)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeMarks(title)}</h1>
<p>${escapeMarks(line)}</p>
<p>${escapeMarks(otherwise)}</p>
<footer>${from}</footer>
</main>
</body>
</html>
`;
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeMarks(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}
