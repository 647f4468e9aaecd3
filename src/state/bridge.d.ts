import type { Bridge } from '../../electron/ipc/contract/bridge';

declare global {
  interface Window {
    readonly untilFriday: Bridge;
  }
}
