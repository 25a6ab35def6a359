import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainFor, schemasBelow, withText } from '../../../src/scenario/shape/value.ts';
import { sourceOf } from '../../../src/scenario/yaml/source.ts';
import { plain } from '../../../src/scenario/yaml/tree.ts';
import { readYaml } from '../../../src/scenario/yaml/yaml.ts';

/** What a schema is given of a text of YAML. */
const value = (text: string, schema: z.ZodType): unknown =>
  JSON.parse(JSON.stringify(plainFor(readYaml(sourceOf('a.yaml', text)), [schema])));

/** Spellings that YAML reads as something other than text. */
const NAMES = ['01234', '1.10', '007', '12345678901234567890', '1e5', '0x10', '1234567890123E456', '.5', '+7', 'True'];

describe('where a schema takes text', () => {
  it.each(NAMES)('%s keeps its spelling', (name) => {
    expect(value(name, z.string())).toBe(name);
    expect(value(`[${name}]`, z.array(z.string().min(1)))).toEqual([name]);
    expect(value(`{at: ${name}}`, z.strictObject({ at: z.string().optional() }))).toEqual({ at: name });
    expect(value(`{any: ${name}}`, z.record(z.string(), z.string().default('x')))).toEqual({ any: name });
    expect(value(`{${name}: {${name}: ${name}}}`, z.record(z.string(), z.record(z.string(), z.string())))).toEqual({
      [name]: { [name]: name },
    });
  });

  it('words of YAML 1.1, dates and times were text before', () => {
    for (const word of ['no', 'off', 'y', '2025-09-22', '20:14', '1_000']) expect(value(word, z.string())).toBe(word);
  });

  it('what is quoted is the text within the quotes', () => {
    expect(value('"007"', z.string())).toBe('007');
    expect(value("'1.10'", z.string())).toBe('1.10');
  });

  it('nothing stays nothing, and the family name Null is a name', () => {
    expect([value('[~, null]', z.array(z.string())), value('[Null]', z.array(z.string()))]).toEqual([
      [null, null],
      ['Null'],
    ]);
  });

  it('whatever stands around it: a default, a transformation, a check, a recursion, an alternative', () => {
    const schemas = [
      z.string().default('x'),
      z.string().transform((text) => text.length),
      z.string().refine(() => true),
      z.preprocess((raw) => raw, z.string()),
      z.lazy(() => z.string()),
      z.string().nullable(),
      z.coerce.string(),
      z.union([z.literal(false), z.string()]),
      z.intersection(z.string(), z.string().min(1)),
      z.string().brand('id').readonly(),
    ];
    for (const schema of schemas) expect(value('007', schema)).toBe('007');
    expect(value('[007, 08]', z.tuple([z.string(), z.number()]))).toEqual(['007', 8]);
    expect(value('[007, 08, 09]', z.tuple([z.string()], z.string()))).toEqual(['007', '08', '09']);
    expect(
      value('{x: 007}', z.intersection(z.object({ x: z.string() }), z.object({ y: z.string().optional() }))),
    ).toEqual({ x: '007' });
  });

  it('an alias is what its anchor is', () => {
    expect(value('[&a 007, *a]', z.array(z.string()))).toEqual(['007', '007']);
  });

  it('a listed word that looks like a number is found', () => {
    expect(value('007', z.enum(['007', 'bond']))).toBe('007');
    expect(value('1.10', z.literal('1.10'))).toBe('1.10');
    expect(value('1.1', z.enum(['1.10', 'x']))).toBe(1.1);
  });
});

describe('where a number is a legal value', () => {
  it('it stays a number', () => {
    expect(value('007', z.number())).toBe(7);
    expect(value('1e5', z.union([z.string(), z.number()]))).toBe(100_000);
    expect(value('5', z.union([z.literal('none'), z.int()]))).toBe(5);
    expect(value('1.10', z.unknown())).toBe(1.1);
    expect(value('true', z.union([z.string(), z.boolean()]))).toBe(true);
    expect(value('{a: 1.10}', z.record(z.string(), z.unknown()))).toEqual({ a: 1.1 });
  });

  it('it is text where the schema makes text of numbers, or the number cannot hold it', () => {
    const name = z.union([z.string(), z.number()]).transform(String);
    expect(value('007', name)).toBe('007');
    expect(value('[007]', z.array(name.optional()))).toEqual(['007']);
    expect(value('12345678901234567', z.union([z.string(), z.number()]))).toBe('12345678901234567');
  });

  it('of several alternatives the one that is meant decides', () => {
    const by = z.union([
      z.strictObject({ by: z.literal('name'), at: z.string() }),
      z.strictObject({ by: z.literal('count'), at: z.number() }),
      z.strictObject({ worth: z.number() }),
      z.array(z.string()),
      z.literal(false),
    ]);
    expect(value('{by: name, at: 007}', by)).toEqual({ by: 'name', at: '007' });
    expect(value('{by: count, at: 007}', by)).toEqual({ by: 'count', at: 7 });
    expect(value('[007]', by)).toEqual(['007']);
    expect(value('{by: other, at: 007}', by)).toEqual({ by: 'other', at: 7 });
  });

  it('a transformation that throws, or waits, decides nothing', () => {
    const throws = z.union([z.string(), z.number()]).transform((raw): string => {
      throw new Error(String(raw));
    });
    const waits = z.union([z.string(), z.number()]).transform(async (raw) => String(raw));
    expect([value('007', throws), value('007', waits)]).toEqual([7, 7]);
  });
});

it('a schema may read the source text itself', () => {
  const reader = Object.assign(z.unknown(), { readScalar: (_: unknown, text: string) => `${text}!` });
  expect(value('[007, {a: 1}]', z.array(reader.optional()))).toEqual(['007!', { a: '1!' }]);
});

it('a tree of text still knows its places', () => {
  const tree = readYaml(sourceOf('a.yaml', '{a: 007}'));
  const text = withText(tree, [z.object({ a: z.string() })]);
  expect(plain(text)).toEqual(expect.objectContaining({ a: '007' }));
  expect('entries' in text && text.entries.get('a')?.at.column).toBe(5);
});

it('finds the schemas of a dotted path', () => {
  const schema = z.object({ rules: z.union([z.literal(false), z.object({ cost: z.record(z.string(), z.number()) })]) });
  const [found] = schemasBelow(schema, ['rules', 'cost', 'Audi']);
  expect(found?._zod.def.type).toBe('number');
});
