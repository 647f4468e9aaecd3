// Sets a program's clock: loaded with `-r` before the app's own code, and as an init script in its windows.
// From the time given on it runs as clocks do; timers keep their lengths.
(() => {
  const wanted = globalThis.testNow ?? process.env.UNTIL_FRIDAY_TEST_NOW;
  const Real = Date;
  const offset = Number(wanted) - Real.now();
  const now = () => Real.now() + offset;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, asked) => Reflect.construct(target, args.length > 0 ? args : [now()], asked),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
})();
