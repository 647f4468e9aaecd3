/** Imported first by every entry: ends the process with a clear sentence where Node is too old to go on. */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Until Friday needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(2);
}
