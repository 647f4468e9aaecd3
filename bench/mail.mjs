import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load, median } from './tools.mjs';

/*
 * Mail imported by the command line, from its start to its end, in a home with 500 clients: a thousand mails of clients,
 * and a mailbox of a gigabyte. `node bench/mail.mjs` runs it alone; MEGABYTES makes the large one smaller.
 */
const MAILS = 1000;
const ROUNDS = 3;
const CLIENTS = 500;
const MEGABYTES = Number(process.env.MEGABYTES ?? 1024);
const NOW = '2026-11-24T11:20:00+01:00';

export async function measureMail() {
  const { bundle } = await load('tests/helpers/bundle.ts');
  const folder = mkdtempSync(path.join(tmpdir(), 'uf-bench-mail-'));
  const { path: cli, remove } = await bundle('electron/cli.ts');
  try {
    const script = path.join(path.dirname(cli), 'measured.mjs');
    writeFileSync(
      script,
      // Not what resourceUsage() says: that begins with what the parent had.
      `import { readFileSync } from 'node:fs';
import { run } from './bundle.mjs';
process.exitCode = await run(process.argv.slice(2));
process.stderr.write(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);\n`,
    );
    const cards = path.join(folder, 'clients.vcf');
    writeFileSync(cards, Array.from({ length: CLIENTS }, (_, index) => writeCard(index)).join(''));
    const small = path.join(folder, 'small.mbox');
    await writeMailbox(small, (count) => count < MAILS, writeShortMail);
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const home = path.join(folder, `home-${round}`);
      await runMeasured(script, home, cards);
      runs.push(await runMeasured(script, home, small));
    }
    const large = path.join(folder, 'large.mbox');
    const bytes = MEGABYTES * 1024 * 1024;
    await writeMailbox(large, (_, written) => written < bytes, writeLongMail);
    const many = await runMeasured(script, path.join(folder, 'home-0'), large);
    return {
      mails: MAILS,
      ms: median(runs.map((each) => each.ms)),
      created: runs[0].created,
      megabytes: MEGABYTES,
      large: many,
      plainMemory: runs[0].memory,
    };
  } finally {
    await remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<{ms: number, memory: number, created: number, skipped: number}>} memory at its most, in MB */
async function runMeasured(script, home, file) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script, '--home', home, '--now', NOW, '--json', 'import', file], {
    env: { ...process.env, TZ: 'Europe/Vienna', UNTIL_FRIDAY_HOME: '' },
  });
  let said = '';
  let told = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    told += text;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`Importing ${file} ended with ${status}: ${told}`);
  const { created, skipped } = JSON.parse(said);
  const memory = Number(/\d+$/.exec(told)?.[0]) / 1024;
  return { ms: performance.now() - startedAt, memory, created, skipped };
}

function writeCard(index) {
  return `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${index}\r\nORG:Firm${index} Ltd\r\nEMAIL:p${index}@firm${index}.example\r\nEND:VCARD\r\n`;
}

async function writeMailbox(file, goesOn, writeMail) {
  const stream = createWriteStream(file);
  let written = 0;
  for (let count = 0; goesOn(count, written); count += 1) {
    const text = writeMail(count);
    written += text.length;
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

const WORDS = 'invoice login offer contract report numbers access meeting slides budget server printer'.split(' ');
const FILE = `${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY3ODkw'.repeat(2).slice(0, 76)}\n`.repeat(4000);

function writeHead(index, from, more = '') {
  const day = 1 + (index % 23);
  const hour = String(8 + (index % 10)).padStart(2, '0');
  const minute = String(index % 60).padStart(2, '0');
  const date = `${day} Nov 2026 ${hour}:${minute}:00 +0100`;
  return `From ${from} Mon Nov ${day} ${hour}:${minute}:00 2026
Received: from mx.example by mx.consult.example; ${date}
From: =?utf-8?Q?P=C3=A9rson_${index}?= <${from}>
To: me@consult.example
Subject: Re: ${WORDS[index % WORDS.length]} ${index}
Date: ${date}
Message-ID: <bench-${index}@mail.example>
MIME-Version: 1.0
${more}`;
}

function writeShortMail(index) {
  const from = `p${index % CLIENTS}@firm${index % CLIENTS}.example`;
  return `${writeHead(index, from)}Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Could you look at this until Thursday? It is about the ${WORDS[index % WORDS.length]} =E2=80=93 thanks.

On Mon, Nov 2, 2026 at 10:00 AM Me <me@consult.example> wrote:
${'> Something that was written before and is quoted here.\n'.repeat(20)}
--b
Content-Type: text/html; charset=utf-8

<html><body><p>Could you look at this until Thursday?</p>${'<div style="color:black">quoted</div>'.repeat(40)}</body></html>
--b--

`;
}

/** Every tenth is from a client and every one has an attachment of 300 kB. */
function writeLongMail(index) {
  const from =
    index % 10 === 0 ? `p${index % CLIENTS}@firm${index % CLIENTS}.example` : `n${index % 5000}@else.example`;
  return `${writeHead(index + MAILS, from)}Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

See what is attached.
--b
Content-Type: application/zip; name="data.zip"
Content-Disposition: attachment; filename="data.zip"
Content-Transfer-Encoding: base64

${FILE}--b--

`;
}

if (process.argv[1] === import.meta.filename) {
  const { mails, ms, created, megabytes, large, plainMemory } = await measureMail();
  console.log(
    `${created} of ${mails} mails imported in ${Math.round(ms)} ms (goal ≤ 5000), ${Math.round(plainMemory)} MB at most`,
  );
  console.log(
    `A mailbox of ${megabytes} MB: ${large.created} entries in ${(large.ms / 1000).toFixed(1)} s, ${Math.round(large.memory)} MB at most (goal ≤ 250)`,
  );
}
