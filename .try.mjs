import { setUpMachine } from './bench/programs.mjs';
import { measureLogging } from './bench/logging.mjs';
const m = await setUpMachine();
console.log(await measureLogging(m));
await m.tearDown();
