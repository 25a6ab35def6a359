import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scenarioFile } from '../../pipeline/errands.ts';
import { evenhand } from '../tiny-week.ts';

vi.mock('../../../src/domains/index.ts', async () => {
  const kinds = await import('../../pipeline/errands.ts');
  return { domains: [kinds.errands, kinds.filed] };
});

const ERRANDS = 'errands: [{id: bank, worth: 4}, {id: bread, worth: 5}, {id: post, worth: 3}]\n';
const THREE_DAYS = 'days: [mon, tue, wed]\n';

let file: string;
let to: string;
beforeEach(() => {
  file = scenarioFile(`kind: errands\n${ERRANDS}${THREE_DAYS}`);
  to = join(dirname(file), 'published');
});

/** Runs the scenario, its text changed first, and gives the folder of the run. */
async function runOf(change: (text: string) => string = (text) => text): Promise<string> {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const { out } = await evenhand('run', file, '--out', join(dirname(file), 'runs'), '--json');
  return JSON.parse(out).folder;
}

const commit = async (run: string, ...more: string[]) => {
  const { code, out, err } = await evenhand('commit', run, '--to', to, ...more);
  const here = new RegExp(`${dirname(file)}/`, 'g');
  return { code, out: out.replace(here, ''), err: err.replace(here, '') };
};

/** Names, texts and times of all files of the publications; undefined where there is no folder. */
function state() {
  if (!existsSync(to)) return undefined;
  return readdirSync(to, { recursive: true, encoding: 'utf8' }).map((name) => {
    const path = join(to, name);
    const { ino, mtimeMs, isFile } = Object.assign(statSync(path), {});
    return [name, ino, mtimeMs, isFile.call(statSync(path)) ? readFileSync(path, 'utf8') : ''];
  });
}

/** Publishes a first version; the second scenario drops the bank, adds the baker and moves bread and post. */
async function changed(): Promise<string> {
  await commit(await runOf(), '--publish');
  return runOf((text) =>
    text.replace('bank, worth: 4', 'baker, worth: 4').replace('bread, worth: 5', 'bread, worth: 1'),
  );
}

describe('evenhand commit', () => {
  it('shows what would change, and changes nothing, not even a folder', async () => {
    const { code, out, err } = await commit(await runOf());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^published\/mine: would publish version 1 \(nothing → mine@1: 3 new, 0 dropped, 0 moved, 0 kept\)\n/,
    );
    expect(out).toContain('\n  new      id bread: day mon\n');
    expect(out).toMatch(/\nNothing was changed. Next: evenhand commit runs\/mine\/\w+ --publish --to published\n$/);
    expect(state()).toBeUndefined();
  });

  it('publishes when told to', async () => {
    const { code, out } = await commit(await runOf(), '--publish');
    expect(code).toBe(0);
    expect(out).toMatch(/^published\/mine: published version 1 \(nothing → mine@1: 3 new/);
    expect(JSON.parse(readFileSync(join(to, 'mine', '000001.json'), 'utf8'))).toMatchObject({ version: 1, base: 0 });
  });

  it('leaves the folder byte for byte as it is in a dry run', async () => {
    const run = await changed();
    const before = state();
    expect((await commit(run)).out).toBe(
      [
        'published/mine: would publish version 2 (mine@1 → mine@2: 1 new, 1 dropped, 2 moved, 0 kept)',
        '  new      id baker: day mon',
        '  dropped  id bank: was day tue',
        '  moved    id bread: day mon → wed',
        '  moved    id post: day wed → tue',
        `Nothing was changed. Next: evenhand commit ${run.slice(dirname(file).length + 1)} --publish --to published`,
        '',
      ].join('\n'),
    );
    expect(state()).toEqual(before);
  });

  it('keeps the old version beside the new one', async () => {
    await commit(await changed(), '--publish', '--base', '1');
    expect(readdirSync(join(to, 'mine'))).toEqual(['000001.json', '000002.json']);
  });

  it('publishes nothing where nothing changes, and says so', async () => {
    const run = await runOf();
    await commit(run, '--publish');
    const before = state();
    const text =
      'published/mine: nothing changes (0 new, 0 dropped, 0 moved, 3 kept): mine@1 has these rows already. Nothing was published.\n';
    expect(await commit(run)).toEqual({ code: 0, out: text, err: '' });
    expect(await commit(run, '--publish')).toEqual({ code: 0, out: text, err: '' });
    expect(JSON.parse((await commit(run, '--publish', '--json')).out).published).toBe(false);
    expect(state()).toEqual(before);
  });

  it('publishes under another name with --as', async () => {
    const run = await runOf();
    const shown = await commit(run, '--as', 'week');
    expect(shown.out).toContain('published/week: would publish version 1 (nothing → week@1: 3 new');
    expect(shown.out).toMatch(/ --publish --as week --to published\n$/);
    expect((await commit(run, '--as', 'week', '--publish')).out).toContain('published/week: published version 1');
    const named = JSON.parse(readFileSync(join(to, 'week', '000001.json'), 'utf8'));
    expect([named.name, readdirSync(to)]).toEqual(['week', ['week']]);
    for (const name of ['../up', 'a b', 'week@41', '']) {
      const { code, err } = await commit(run, '--as', name);
      expect([code, err]).toEqual([2, expect.stringContaining('Maybe --as mine.')]);
    }
  });

  it.each([['--publish'], ['--dry-run']])('refuses a stale base, changes nothing and ends with 1 (%s)', async (how) => {
    await commit(await changed(), '--publish');
    const before = state();
    const { code, out, err } = await commit(await runOf(), how, '--base', '1');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      'mine: is built on version 1, but version 2 is the newest\n' +
        'Maybe see "evenhand diff mine@1 mine@2", run the scenario again on what is published, and commit with --base 2.\n',
    );
    expect(state()).toEqual(before);
  });

  it('refuses a run that began before the newest version was published, and takes it once the base is said', async () => {
    const early = await runOf();
    await commit(await runOf((text) => text.replace('bank, worth: 4', 'baker, worth: 4')), '--publish');
    const before = state();
    const { code, out, err } = await commit(early, '--publish');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^mine: version 1 is the newest \(published [\d-]{10} [\d:]{8} UTC\), and run \w+ began before that/,
    );
    expect(err).toMatch(/\nMaybe run the scenario again, .* with --base 1\.\n$/);
    expect(state()).toEqual(before);
    expect((await commit(early, '--publish', '--base', '1')).out).toContain('published version 2');
  });

  it('holds a run to the version that was the newest when it was planned', async () => {
    const run = (...more: string[]) =>
      evenhand('run', file, '--out', join(dirname(file), 'runs'), '--published', to, '--json', ...more);
    const { folder } = JSON.parse((await run()).out);
    await commit(await runOf((text) => text.replace('bank, worth: 4', 'baker, worth: 4')), '--publish');
    expect((await commit(folder)).err).toContain('was planned when nothing was published yet\n');
    await runOf((text) => text.replace('baker, worth: 4', 'bank, worth: 4'));
    expect(JSON.parse((await run()).out).newest).toEqual({ name: 'mine', folder: to, version: 1 });
    expect((await commit(folder)).out).toContain('would publish version 2');
  });

  it('takes the base and the wish to publish from the scenario', async () => {
    const run = await runOf((text) => `${text}commit: {mode: publish, base_version: 0}\n`);
    expect((await commit(run, '--dry-run')).out).toContain('would publish version 1');
    expect((await commit(run)).out).toContain('published version 1');
    const again = await commit(run);
    expect(again.code).toBe(1);
    expect(again.err).toContain('version 1 is the newest');
    expect((await commit(run, '--base', '1')).out).toContain('nothing changes');
    const other = await runOf((text) => text.replace('bank, worth: 4', 'baker, worth: 4'));
    expect((await commit(other, '--base', '1')).out).toContain('published version 2');
  });

  it('does not publish where the scenario asks for a dry run', async () => {
    await commit(await runOf((text) => `${text}commit: {mode: dry_run}\n`));
    expect(state()).toBeUndefined();
  });

  it('repeats the run first, and refuses one that was edited', async () => {
    const run = await runOf();
    const plan = join(run, 'plan.csv');
    writeFileSync(plan, readFileSync(plan, 'utf8').replace('mon', 'sun'));
    const { code, err } = await commit(run, '--publish');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^runs\/mine\/\w+: not reproduced: 1 of \d+ values and files differ; nothing was published\nMaybe /,
    );
    expect(state()).toBeUndefined();
  });

  it('publishes the rows of a run whose report was drawn otherwise', async () => {
    const run = await runOf();
    writeFileSync(join(run, 'report.html'), 'drawn by another template');
    expect((await commit(run, '--publish')).code).toBe(0);
    expect(state()).toBeDefined();
  });

  it('publishes without repeating where that is asked for', async () => {
    const run = await runOf();
    rmSync(join(run, 'report.html'));
    const json = join(run, 'run.json');
    writeFileSync(json, readFileSync(json, 'utf8').replace('"done": 3', '"done": 4'));
    expect((await commit(run, '--publish')).code).toBe(1);
    expect((await commit(run, '--publish', '--no-verify')).code).toBe(0);
  });

  it('ends with 1 where the audit failed', async () => {
    const run = await runOf();
    const json = join(run, 'run.json');
    writeFileSync(json, readFileSync(json, 'utf8').replace('"passed": true', '"passed": false'));
    const { code, err } = await commit(run, '--publish', '--no-verify');
    expect(code).toBe(1);
    expect(err).toMatch(/^run \w+: cannot be published: its audit failed\n/);
  });

  it('ends with 3 where there is no schedule', async () => {
    const run = await runOf();
    const json = join(run, 'run.json');
    writeFileSync(json, readFileSync(json, 'utf8').replace('"status": "optimal"', '"status": "infeasible"'));
    expect((await commit(run, '--publish', '--no-verify')).code).toBe(3);
    expect(state()).toBeUndefined();
  });

  it('ends with 2 where no run is, a version is damaged or the base is no number', async () => {
    expect((await commit(dirname(file))).code).toBe(2);
    expect((await commit(await runOf(), '--base', 'newest')).code).toBe(2);
    const run = await changed();
    writeFileSync(join(to, 'mine', '000001.json'), '{');
    const { code, err } = await commit(run, '--publish');
    expect(code).toBe(2);
    expect(err).toContain('published/mine/000001.json: is damaged: it is not JSON\n');
  });

  it('prints the outcome as JSON', async () => {
    const { out } = await commit(await changed(), '--json', '--publish');
    expect(JSON.parse(out)).toMatchObject({
      ...{ published: true, name: 'mine', version: 2, base: 1 },
      new: [{ key: { id: 'baker' }, before: null, after: { day: 'mon' } }],
      moved: [{ key: { id: 'bread' } }, { key: { id: 'post' } }],
    });
  });

  it('shows no control character of the data on the terminal', async () => {
    const { out } = await commit(await runOf((text) => text.replace('id: bank', 'id: "ba\\e[31mnk"')));
    expect(out).toContain('nk: day tue');
    expect(out).not.toContain('\u001b');
  });

  it('has examples in its help', async () => {
    expect((await evenhand('commit', '--help')).out).toContain('Examples:\n  evenhand commit');
  });
});
