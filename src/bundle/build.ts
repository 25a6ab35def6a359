import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from './command.ts';
import { bundlePage } from './page.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

mkdirSync(`${DIST}report/browser`, { recursive: true });
writeFileSync(`${DIST}report/browser/page.js`, await bundlePage());

// The names of the files change with what they hold: those of an earlier build would stay for ever.
rmSync(`${DIST}bin`, { recursive: true, force: true });
mkdirSync(`${DIST}bin`);
const { files } = await bundleCommand();
for (const [name, contents] of files)
  writeFileSync(`${DIST}bin/${name}`, contents, { mode: name === 'evenhand.js' ? 0o755 : 0o644 });
