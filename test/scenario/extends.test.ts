import { expect, test } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { fake, HEAD, inFolder, problemsOf, read, refusal } from './fake.ts';

test('what a file does not say is taken from the one it extends', () => {
  expect(read({ 'la.yaml': 'extends: base.yaml\ntitle: Mine\n', 'base.yaml': HEAD }).settings).toMatchObject({
    title: 'Mine',
    office: 'Los Angeles',
  });
});

test('maps merge deeply; lists and scalars replace', () => {
  const { settings } = read({
    'la.yaml': 'extends: base.yaml\nstart_days: [wed]\nrules: {fairness: {penalty: 7}}\n',
    'base.yaml': `${HEAD}start_days: [mon, tue]\nrules: {fairness: {mode: linear, penalty: 5}}\n`,
  });
  expect(settings).toMatchObject({ start_days: ['wed'], rules: { fairness: { mode: 'linear', penalty: 7 } } });
});

test('the forms of data exclude each other, so that data replaces as a whole', () => {
  const { settings } = read({
    'la.yaml': 'extends: base.yaml\ndata: {sample: 9}\n',
    'base.yaml': `${HEAD}data: {dir: x}\n`,
  });
  expect(settings.data).toEqual({ sample: 9 });
});

test('a rule that the base switched off is switched on by a map', () => {
  const { settings } = read({
    'la.yaml': 'extends: base.yaml\nrules: {fairness: {penalty: 7}}\n',
    'base.yaml': `${HEAD}rules: {fairness: false}\n`,
  });
  expect(settings).toMatchObject({ rules: { fairness: { mode: 'stepped', penalty: 7 } } });
});

test('chains are followed, each path relative to its own file', () => {
  const files = {
    'la.yaml': 'extends: sub/mid.yaml\n',
    'sub/mid.yaml': 'extends: ../root.yml\ntitle: Middle\n',
    'root.yml': `${HEAD}title: Root\n`,
  };
  expect(read(files).settings).toMatchObject({ title: 'Middle', office: 'Los Angeles' });
});

test('a folder of data is relative to the file that names it', () => {
  inFolder({ 'la.yaml': 'extends: sub/base.yaml\n', 'sub/base.yaml': `${HEAD}data: {dir: tables}\n` }, (folder) => {
    expect(readScenario(`${folder}/la.yaml`, [fake]).settings.data).toEqual({ dir: `${folder}/sub/tables` });
  });
});

test('a problem in a base file is shown at its place there', () => {
  expect(refusal({ 'la.yaml': 'extends: base.yaml\n', 'base.yaml': `${HEAD}rules: {fairnes: 1}\n` })).toContain(
    'base.yaml:4:9: unknown key "fairnes"\n  4 | rules: {fairnes: 1}',
  );
});

test('broken YAML in a base file is shown at its place there', () => {
  expect(refusal({ 'la.yaml': 'extends: base.yaml\n', 'base.yaml': 'a: "x\n' })).toContain('base.yaml:');
});

test('a circle is shown as its chain', () => {
  expect(refusal({ 'la.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: ./la.yaml\n' })).toBe(
    [
      'b.yaml:1:10: extends goes in a circle: la.yaml → b.yaml → la.yaml',
      '  1 | extends: ./la.yaml',
      '    |          ^^^^^^^^^',
      'Maybe one of them should stand alone.',
    ].join('\n'),
  );
});

test('a missing base is a problem at the value of extends', () => {
  expect(refusal('extends: base.yaml\n')).toContain('la.yaml:1:10: no such file: "base.yaml"');
});

test.each(['/etc/passwd', 'base.csv', '.yaml', '[a.yaml]', '3', ''])('extends: %s is not a file of YAML', (value) => {
  expect(problemsOf(`extends: ${value}\n`)[0]?.message).toMatch(
    /^extends needs a file ending in \.yaml or \.yml, was /,
  );
});

test('more than ten files in a row are refused', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}.yaml`, `extends: f${i + 1}.yaml\n`]));
  expect(problemsOf({ ...files, 'la.yaml': 'extends: f0.yaml\n' })[0]?.message).toBe(
    'extends more than 10 files in a row',
  );
});
