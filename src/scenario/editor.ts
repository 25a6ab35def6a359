import { z } from 'zod';
import { FIXED } from './overrides.ts';
import { schemaOf } from './shape/general.ts';
import type { KindShape } from './shape/kind-shape.ts';

interface Json {
  readonly [key: string]: unknown;
}

/**
 * The JSON schema (draft 7) by which editors complete and check scenario files: one set of keys for each kind.
 * A file that extends another may leave out what that one says, even its kind.
 */
export function editorSchema(domains: readonly KindShape[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Evenhand scenario',
    type: 'object',
    properties: {
      kind: { enum: domains.map((domain) => domain.kind), description: 'The kind of scheduling problem.' },
    },
    anyOf: [{ required: ['kind'] }, { required: ['extends'] }],
    allOf: domains.map((domain) => ({
      if: { properties: { kind: { const: domain.kind } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: the word is JSON schema's
      then: ofKind(domain),
    })),
  };
}

function ofKind(domain: KindShape): Json {
  const whole = z.toJSONSchema(schemaOf(domain), { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  const { $schema: _, required = [], ...schema } = whole;
  const properties = withoutFileTitle(schema.properties as Json);
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
    ([key, value]) => !(key === 'required' && Array.isArray(value)) && key !== 'default',
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, loosened(value)]));
}
