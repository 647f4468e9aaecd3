/** Whether a file is to be taken for vCards. */
export function isCardFile({ name, text }: { name: string; text: string }): boolean {
  return /\.(vcf|vcard)$/i.test(name) || /^\s*BEGIN\s*:\s*VCARD/i.test(text.slice(0, 1000).replace(/^\uFEFF/, ''));
}
