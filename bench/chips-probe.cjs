// Loaded with `-r` before the app: does what palette-probe does, and writes when a subject's chip has been drawn.
const { app } = require('electron');
require('./palette-probe.cjs');

/** Says what stands in the chip once the frame with it has been drawn. */
const follow = `{
  let last = '';
  new MutationObserver(() => {
    const text = document.querySelector('[data-chip="subject"]')?.textContent ?? '';
    if (text === last) return;
    last = text;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => console.log('chip ' + Date.now() + ' ' + text);
    requestAnimationFrame(() => port2.postMessage(''));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}`;

app.on('browser-window-created', (_, { webContents }) => {
  webContents.on('console-message', (event, _level, message = event.message) => {
    if (message.startsWith('chip ')) process.stdout.write(`${message}\n`);
  });
  webContents.once('dom-ready', () => webContents.executeJavaScript(follow));
});
