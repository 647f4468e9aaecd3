/** Who may import whom; the reasons stand in README's architecture section. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [from, ...allowed] },
});
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    only(
      'core-is-pure',
      '^electron/core/',
      [packages('zod', 'temporal-polyfill', 'rrule-temporal', 'intl-messageformat')],
      'core imports only core, zod, the date libraries and the message format',
    ),
    only(
      'store-knows-the-domain-only',
      '^electron/store/',
      [
        '^electron/core/',
        packages('zod', 'lowdb', 'temporal-polyfill', 'uuid'),
        '^(node:)?(fs|path|crypto|os|net|timers)',
      ],
      'store imports core, zod, lowdb and node: modules; never Electron',
    ),
    only(
      'inputs-read-outside-formats',
      '^electron/inputs/',
      [
        '^electron/core/',
        packages(
          'zod',
          'temporal-polyfill',
          '@leeoniya/ufuzzy',
          'date-holidays',
          'ical.js',
          'windows-iana',
          'postal-mime',
        ),
      ],
      'inputs imports core and its parsers',
    ),
    only(
      'outputs-write-outside-formats',
      '^electron/outputs/',
      ['^electron/core/', packages('temporal-polyfill', 'ical.js')],
      'outputs imports core and ical.js',
    ),
    only(
      'subscriptions-read-calendars-from-outside',
      '^electron/subscriptions/',
      ['^electron/(core|inputs|store)/', packages('zod', 'temporal-polyfill'), '^(node:)?(fs|path|worker_threads)'],
      'subscriptions imports core, inputs and store; never Electron',
    ),
    only(
      'inbox-takes-files-through-the-contract',
      '^electron/inbox/',
      ['^electron/(core|inputs|store|ipc/contract)/', packages('temporal-polyfill'), '^(node:)?(fs|path|crypto)'],
      'inbox imports core, inputs, store and the contract; what logs is given to it',
    ),
    only(
      'intake-is-the-one-way-in',
      '^electron/intake\\.ts$',
      ['^electron/(core|inputs|store)/', packages('temporal-polyfill', 'zod')],
      'intake imports core, inputs and store; effects arrive as arguments',
    ),
    only(
      'contract-is-data',
      '^electron/ipc/contract/',
      ['^electron/core/', packages('zod')],
      'the contract imports core and zod',
    ),
    only(
      'preload-has-no-logic',
      '^electron/preload\\.ts$',
      ['^electron/ipc/contract/', '^(node_modules/electron/|electron$)'],
      'preload imports only the contract',
    ),
    {
      name: 'desktop-holds-no-store',
      comment: 'desktop gets state by subscription and passes intents as callbacks',
      severity: 'error',
      from: { path: '^electron/desktop/' },
      to: { path: '^electron/(store|inputs)/|^electron/intake' },
    },
    {
      name: 'renderer-sees-core-and-contract',
      comment: 'src imports only electron/core and electron/ipc/contract of electron/',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^electron/', pathNot: '^electron/(core|ipc/contract)/' },
    },
    {
      name: 'no-electron-in-renderer',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^node_modules/electron/|^electron$|^node:' },
    },
    {
      name: 'views-stand-alone',
      comment: 'views never import each other; what they share is in src/shared or src/words',
      severity: 'error',
      from: { path: '^src/views/([^/]+)/' },
      to: { path: '^src/views/', pathNot: '^src/views/$1/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
