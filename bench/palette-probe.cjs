// Loaded with `-r` before the app: writes when the palette could be typed into, each time it is shown.
const { app } = require('electron');

/** Seen, with the cursor in its line, and drawn so. */
const typable = `new Promise((resolve) => {
  const look = () => requestAnimationFrame(() => {
    const isReady = document.visibilityState === 'visible' && document.activeElement?.tagName === 'INPUT';
    if (isReady) requestAnimationFrame(() => resolve(Date.now()));
    else look();
  });
  look();
})`;

app.on('browser-window-created', (_, window) => {
  window.on('show', () => {
    window.webContents.executeJavaScript(typable).then((at) => process.stdout.write(`typable ${at}\n`));
  });
  window.on('hide', () => process.stdout.write('hidden\n'));
});
