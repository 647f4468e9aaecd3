import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, Notice, Proposed } from './ipc/contract/bridge';

function listen<T>(channel: string): (listener: (value: T) => void) => () => void {
  return (listener) => {
    const handle = (_: unknown, value: T) => listener(value);
    ipcRenderer.on(channel, handle);
    return () => void ipcRenderer.removeListener(channel, handle);
  };
}

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  onState: listen('state'),
  onNotice(listener) {
    const stop = listen<Notice>('notice')(listener);
    // Those that came before there was somebody to read them follow now.
    ipcRenderer.send('notices');
    return stop;
  },
  pathsOf(files) {
    // The system tells the place only of files that the person gave; what a page makes up has none.
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    ipcRenderer.send('handed', paths);
    return paths;
  },
  onFiles(listener) {
    const stop = listen<string[]>('files')(listener);
    // They may have come before the page was there.
    ipcRenderer.send('files');
    return stop;
  },
  onOpen: listen('open'),
  onPalette(listener) {
    const stop = listen<Proposed | undefined>('palette')(listener);
    // A line may have been proposed before the page was there.
    ipcRenderer.send('palette');
    return stop;
  },
};

contextBridge.exposeInMainWorld('untilFriday', bridge);
