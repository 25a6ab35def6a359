import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkExpectations, domains, readScenario, runScenario, variantsOf } from '../../src/index.ts';
import { editorSchema } from '../../src/scenario/editor.ts';

const ROOT = fileURLToPath(new URL('../../scenarios/', import.meta.url));

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();

/** Every file as it stands, and every variant in the file that writes it; those it extends are run where they stand. */
const questions = files.flatMap((file) => {
  const written = readFileSync(ROOT + file, 'utf8');
  const own = variantsOf(ROOT + file).filter((name) => written.includes(`\n  ${name}:`));
  return [undefined, ...own].map((variant) => ({ file, variant, name: variant ? `${file} ${variant}` : file }));
});

describe('every scenario that ships', () => {
  it.each(questions)('$name meets its own expectations', async ({ file, variant }) => {
    const scenario = readScenario(ROOT + file, { variant });
    const run = await runScenario(scenario);
    expect(run.audit.levels.filter((level) => !level.passed)).toEqual([]);
    expect(checkExpectations(run, scenario.expect).filter((expectation) => !expectation.passed)).toEqual([]);
  });

  it.each(files)('%s names the schema by which an editor checks it', (file) => {
    const up = '../'.repeat(file.split('/').length - 1);
    expect(readFileSync(ROOT + file, 'utf8').split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}schema.json`);
  });
});

// After a change to a domain's settings: npx vitest run test/scenarios --update
it('scenarios/schema.json is the schema of the domains', async () => {
  const text = `${JSON.stringify(editorSchema(domains), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`${ROOT}schema.json`);
});
