import { z } from 'zod';
import { FIXED } from './overrides.ts';
import { EXPECTATION, schemaOf } from './shape/general.ts';
import type { KindShape, MetricWords } from './shape/kind-shape.ts';
import { sharedParts } from './shared-parts.ts';

interface Json {
  readonly [key: string]: unknown;
}

/**
 * The JSON schema (draft 7) by which editors complete and check scenario files: one set of keys for each kind.
 * A file that extends another may leave out what that one says, even its kind. What is asked for in several places is
 * written once.
 */
export function editorSchema(domains: readonly KindShape[]): object {
  return sharedParts({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Evenhand scenario',
    type: 'object',
    properties: {
      kind: { enum: domains.map((domain) => domain.kind), description: 'The kind of scheduling problem.' },
    },
    anyOf: [{ required: ['kind'] }, { required: ['extends'] }],
    definitions: { bounds: json(EXPECTATION) },
    allOf: domains.map((domain) => ({
      if: { properties: { kind: { const: domain.kind } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: the word is JSON schema's
      then: ofKind(domain),
    })),
  });
}

function json(schema: z.ZodType): Json {
  const { $schema: _, ...own } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => nameLike(jsonSchema as { type?: unknown }),
  });
  return own;
}

function ofKind(domain: KindShape): Json {
  const { required = [], ...schema } = json(schemaOf(domain)) as Json & { readonly required?: readonly string[] };
  const properties = withHovers(withoutFileTitle(schema.properties as Json), domain);
  const changeable = Object.entries(properties).filter(([key]) => !FIXED.includes(key));
  const variant = {
    type: 'object',
    properties: loosened(Object.fromEntries(changeable)),
    additionalProperties: false,
    minProperties: 1,
  };
  const variants = { ...(properties.variants as Json), additionalProperties: variant };
  return {
    ...schema,
    properties: { ...properties, variants },
    anyOf: [{ required }, { required: ['extends'] }],
  };
}

/** A name may look like a number: what is read as text is not underlined where it stands without quotes. */
function nameLike(schema: {
  type?: unknown;
  readonly format?: unknown;
  readonly pattern?: unknown;
  readonly enum?: unknown;
}) {
  const free = [schema.format, schema.pattern, schema.enum, 'const' in schema || undefined].every(
    (one) => one === undefined,
  );
  if (schema.type === 'string' && free) schema.type = ['string', 'number'];
}

/** What may be expected of a number, stated once for all metrics. Beside a bare reference a description is ignored. */
const BOUNDS = { allOf: [{ $ref: '#/definitions/bounds' }] } as const;

/** What an editor shows over the name of a rule, a weight or a metric. */
function withHovers(properties: Json, { rules = [], metrics = {} }: KindShape): Json {
  const sections = ['rules', 'weights'].filter((section) => Object.hasOwn(properties, section));
  const explained = sections.map((section): [string, unknown] => {
    const words = new Map(rules.filter((rule) => rule.section === section).map((rule) => [rule.name, rule]));
    const whole = properties[section] as Json;
    const own = Object.entries((whole.properties ?? {}) as Json).map(([name, schema]): [string, unknown] => {
      const rule = words.get(name);
      // What the kind says of the setting itself is nearer than what its rule means.
      const description = rule && { description: `${rule.title}: ${rule.meaning}` };
      return [name, { ...description, ...(schema as Json) }];
    });
    return [section, { ...whole, properties: Object.fromEntries(own) }];
  });
  return { ...properties, ...Object.fromEntries(explained), expect: withMetrics(properties.expect as Json, metrics) };
}

/** The metrics of a kind, so that an editor offers them where something is expected of one. */
function withMetrics(expect: Json, metrics: NonNullable<KindShape['metrics']>): Json {
  const stated = (expect.properties ?? {}) as Json;
  const all = Object.entries(metrics).map(([name, words]): [string, unknown] => [
    name,
    { description: metricText(words), ...(Object.hasOwn(stated, name) ? (stated[name] as Json) : BOUNDS) },
  ]);
  return { ...expect, properties: { ...stated, ...Object.fromEntries(all) }, additionalProperties: BOUNDS };
}

function metricText({ label, better, unit }: MetricWords): string {
  const way = better === 'more' ? '; more is better' : better === 'less' ? '; less is better' : '';
  return `${label}${unit === undefined ? '' : ` (${unit})`}${way}.`;
}

/** The title's default is the name of the file, which no schema knows. */
function withoutFileTitle(properties: Json): Json {
  const { default: _, ...title } = properties.title as Json;
  return { ...properties, title };
}

/** A variant says only what it changes: nothing in it is required, and defaults do not apply. */
function loosened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(loosened);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      !(key === 'required' && Array.isArray(value)) && key !== 'default' && !isChoiceOfNames(key, value),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'properties' ? eachLoosened(value) : loosened(value)]),
  );
}

/** The settings of a section: one may have the name of a keyword, such as `default`, and stays. */
const eachLoosened = (settings: unknown): Json =>
  Object.fromEntries(Object.entries(settings as Json).map(([name, schema]) => [name, loosened(schema)]));

/** "One of these names is there": of nothing that may be absent can that be asked. */
const isChoiceOfNames = (key: string, value: unknown): boolean =>
  key === 'oneOf' && Array.isArray(value) && value.some((each) => Object.keys(each as Json).join() === 'required');
