import { expect, test } from 'vitest';
import { editorSchema } from '../../src/scenario/editor.ts';
import { origins } from '../../src/scenario/origins.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { fake, HEAD, inFolder, read } from './fake.ts';
import { expanded } from './json-schema.ts';

test('what is not written has its default', () => {
  expect(read(HEAD)).toMatchObject({ kind: 'fake', name: 'la', expect: {}, overrides: [] });
  expect(read(HEAD).settings).toEqual({
    kind: 'fake',
    title: 'la',
    data: { sample: 1 },
    solver: { seed: 42, seconds: 60 },
    office: 'Los Angeles',
    week: '2025-09-22',
    start_days: ['mon', 'tue'],
    weights: { rank: 1 },
    rules: { fairness: { mode: 'stepped', penalty: 200 }, capacity: { override: {} } },
  });
});

test.each([
  ['sample', { sample: 1 }],
  ['{sample: 7}', { sample: 7 }],
])('data: %s', (data, expected) => {
  expect(read(`${HEAD}data: ${data}\n`).settings.data).toEqual(expected);
});

test('expectations are kept as they are written', () => {
  const text = `${HEAD}expect: {status: optimal, assignments: 3, gini: {max: 0.25}, hhi: {within: {of: 2, percent: 5}}}\n`;
  expect(read(text).expect).toEqual({
    status: 'optimal',
    assignments: 3,
    gini: { max: 0.25 },
    hhi: { within: { of: 2, percent: 5 } },
  });
});

const MIXED = 'rules: {capacity: {override: {2025-09-25: {slots: 1}, 2025-09-24: {slots: 0, note: "a: b"}}}}\n';

test('the text is the whole scenario and reads back to the same settings', () => {
  const scenario = read(HEAD + MIXED);
  expect(read(scenario.text).settings).toEqual(scenario.settings);
  expect(read(scenario.text).text).toBe(scenario.text);
});

test('the text has the order of the schema, whatever the order of the file', () => {
  const swapped = 'rules: {capacity: {override: {2025-09-24: {note: "a: b", slots: 0}, 2025-09-25: {slots: 1}}}}\n';
  const reversed = 'week: 2025-09-22\noffice: Los Angeles\nkind: fake\n';
  expect(read(swapped + reversed).text).toBe(read(HEAD + MIXED).text);
});

test('the name of a file never leads out of a folder', () => {
  inFolder({ '...yaml': HEAD, 'a b:c.yaml': HEAD }, (folder) => {
    expect(readScenario(`${folder}/...yaml`, [fake]).name).toBe('_');
    expect(readScenario(`${folder}/a b:c.yaml`, [fake]).name).toBe('a_b_c');
  });
});

test('the place of a setting is its value; of a map its key; of a default the nearest written parent', () => {
  const { place } = read(`${HEAD}rules:\n  fairness: {mode: linear}\n`);
  expect(place(['office'])).toMatchObject({ line: 2, column: 9, length: 11, source: 'office: Los Angeles' });
  expect(place(['rules', 'fairness', 'mode'])).toMatchObject({ line: 5, column: 20, length: 6 });
  expect(place(['rules', 'fairness', 'penalty'])).toMatchObject({ line: 5, column: 3, length: 8 });
  expect(place(['rules', 'capacity'])).toMatchObject({ line: 4, column: 1, length: 5 });
  expect(place(['solver', 'seed'])).toMatchObject({ line: 1, column: 1 });
});

test('the place of a setting of a base file is in that file', () => {
  const { place } = read({ 'la.yaml': 'extends: base.yaml\n', 'base.yaml': HEAD });
  expect(place(['office'])).toMatchObject({ file: expect.stringMatching(/base\.yaml$/), line: 2 });
});

test('origins tell for each setting where it was written', () => {
  const scenario = read(
    { 'la.yaml': 'extends: base.yaml\ndata: sample\nvariants: {v: {title: T}}\n', 'base.yaml': HEAD },
    { variant: 'v', set: ['solver.seed=7'] },
  );
  const of = new Map(origins(scenario).map(({ path, value, origin }) => [path, [value, origin.replace(/^.*\//, '')]]));
  expect(of.get('office')).toEqual(['Los Angeles', 'base.yaml:2']);
  expect(of.get('data.sample')).toEqual([1, 'la.yaml:2']);
  expect(of.get('title')).toEqual(['T', 'la.yaml:3']);
  expect(of.get('solver.seed')).toEqual([7, '--set']);
  expect(of.get('solver.seconds')).toEqual([60, 'default']);
  expect(of.get('start_days')).toEqual([['mon', 'tue'], 'default']);
});

test('the schema for editors has one set of keys for each kind', () => {
  const schema = expanded(editorSchema([fake]));
  expect(schema).toMatchObject({
    properties: { kind: { enum: ['fake'] } },
    allOf: [
      {
        if: { properties: { kind: { const: 'fake' } } },
        // biome-ignore lint/suspicious/noThenProperty: the word is JSON schema's
        then: {
          additionalProperties: false,
          anyOf: [{ required: ['kind', 'office', 'week'] }, { required: ['extends'] }],
          properties: {
            week: { type: 'string', format: 'date' },
            data: {
              anyOf: [
                { const: 'sample' },
                ...['sample', 'dir', 'postgres', 'supabase', 'xlsx', 'parquet'].map((name) => ({ required: [name] })),
              ],
            },
            solver: { properties: { seed: { default: 42 } } },
            variants: {
              additionalProperties: { properties: { week: { format: 'date' } }, additionalProperties: false },
            },
          },
        },
      },
    ],
  });
});

test('in the schema for editors a variant requires nothing and cannot change the kind', () => {
  const { definitions, ...schema } = editorSchema([fake]) as { definitions: object };
  // What may be expected of a metric is asked of every file, and a variant refers to it as it is.
  const text = JSON.stringify(expanded({ ...schema, definitions: { ...definitions, bounds: {} } }));
  const variant = JSON.parse(text).allOf[0].then.properties.variants.additionalProperties;
  expect(Object.keys(variant.properties)).not.toContain('kind');
  expect(JSON.stringify(variant)).not.toMatch(/"(required|default)":/);
});
