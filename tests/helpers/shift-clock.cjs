// Sets a program's clock: loaded with `-r` before the app's own code, and put into each of its windows before theirs.
// From the time given on it runs as clocks do; timers keep their lengths.
function shiftClock(wanted) {
  const Real = Date;
  const offset = wanted - Real.now();
  const now = () => Real.now() + offset;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, asked) => Reflect.construct(target, args.length > 0 ? args : [now()], asked),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

const wanted = Number(process.env.UNTIL_FRIDAY_TEST_NOW);
const electron = require('electron');
if (process.type === 'browser') {
  shiftClock(wanted);
  electron.app.on('session-created', (session) => {
    if (session.registerPreloadScript) session.registerPreloadScript({ type: 'frame', filePath: __filename });
    else session.setPreloads([__filename]);
  });
} else electron.webFrame.executeJavaScript(`(${shiftClock})(${wanted})`);
