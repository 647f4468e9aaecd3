/**
 * What is to be added to an environment so that file names are read as UTF-8, as they are written everywhere. Where no
 * locale is set, or only the plainest, Chromium takes names with letters such as "š" for none at all.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{LC_ALL?: string}}
 */
export function withUtf8({ LC_ALL, LC_CTYPE, LANG }) {
  const locale = LC_ALL || LC_CTYPE || LANG || 'C';
  return process.platform === 'linux' && ['C', 'POSIX'].includes(locale) ? { LC_ALL: 'C.UTF-8' } : {};
}
