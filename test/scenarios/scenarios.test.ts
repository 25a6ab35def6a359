import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { domains } from '../../src/index.ts';
import { editorSchema } from '../../src/scenario/editor.ts';
import { describeScenarios } from '../../src/vitest.ts';

const ROOT = fileURLToPath(new URL('../../scenarios/', import.meta.url));

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();

// Every file as it stands, and every variant in the file that writes it: audit, expectations, baseline. The weeks of a
// station and of a faculty, free Fridays and the month of an agency take longer than all others together: they have a
// command of their own.
const LONG = /station-week|faculty|free-friday|agency/;
describeScenarios(files.filter((file) => !LONG.test(file)).map((file) => `scenarios/${file}`));

describe('every scenario that ships', () => {
  it.each(files)('%s names the schema by which an editor checks it', (file) => {
    const up = '../'.repeat(file.split('/').length - 1);
    expect(readFileSync(ROOT + file, 'utf8').split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}schema.json`);
  });
});

// After a change to a domain's settings: npx vitest run test/scenarios --update
it('scenarios/schema.json is the schema of the domains', async () => {
  const text = `${JSON.stringify(editorSchema(domains), null, 1)}\n`;
  await expect(text).toMatchFileSnapshot(`${ROOT}schema.json`);
});
