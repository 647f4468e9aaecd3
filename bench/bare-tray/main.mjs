// What the app is compared with: an icon with one menu on the same runtime, and nothing else.
import path from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';

/** Kept, or the icon goes with the garbage. */
let tray;

app.on('window-all-closed', () => {});
app.on('ready', () => {
  const strip = nativeImage.createFromPath(path.join(import.meta.dirname, '../../resources/icons/tray-22.png'));
  tray = new Tray(strip.crop({ x: 0, y: 0, width: 22, height: 22 }));
  tray.setToolTip('Bare Tray');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
});
