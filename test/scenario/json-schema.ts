interface Schema {
  readonly [key: string]: unknown;
}

/** Keywords that check nothing by themselves. */
const ABOUT = ['then', '$schema', 'title', 'description', 'default', 'definitions', 'unit', 'examples'];

type Check = (rule: unknown, value: unknown, schema: Schema) => boolean;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'number' ? 'number' : typeof value;

/** The keywords of JSON schema that the schema of scenarios uses; every other one makes the check fail. */
function checks(root: Schema): Readonly<Record<string, Check>> {
  const fits = (schema: unknown, value: unknown): boolean => valid(schema as Schema, value);
  const all = (rules: unknown) => rules as readonly Schema[];
  const entries = (value: unknown) => (isMap(value) ? Object.entries(value) : []);
  const about: Check = () => true;
  const valid = (schema: Schema, value: unknown): boolean => {
    if (typeof schema === 'boolean') return schema;
    return Object.entries(schema).every(([key, rule]) => {
      const check = own[key];
      if (check === undefined) throw new Error(`no check of "${key}" in this test`);
      return check(rule, value, schema);
    });
  };
  const own: Readonly<Record<string, Check>> = {
    type: (types, value) =>
      [types].flat().some((type) => type === typeOf(value) || (type === 'integer' && Number.isInteger(value))),
    enum: (words, value) => all(words).some((word) => word === value),
    const: (word, value) => word === value,
    pattern: (form, value) => typeof value !== 'string' || new RegExp(String(form), 'u').test(value),
    format: (form, value) =>
      form !== 'date' || typeof value !== 'string' || new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) === value,
    minLength: (least, value) => typeof value !== 'string' || value.length >= Number(least),
    minimum: (least, value) => typeof value !== 'number' || value >= Number(least),
    maximum: (most, value) => typeof value !== 'number' || value <= Number(most),
    exclusiveMinimum: (least, value) => typeof value !== 'number' || value > Number(least),
    multipleOf: (step, value) =>
      typeof value !== 'number' || Math.abs(value / Number(step) - Math.round(value / Number(step))) < 1e-9,
    minItems: (least, value) => !Array.isArray(value) || value.length >= Number(least),
    maxItems: (most, value) => !Array.isArray(value) || value.length <= Number(most),
    minProperties: (least, value) => entries(value).length >= Number(least) || !isMap(value),
    items: (rule, value) => !Array.isArray(value) || value.every((one, at) => fits(itemRule(rule, at), one)),
    additionalItems: about,
    required: (names, value) => !isMap(value) || all(names).every((name) => Object.hasOwn(value, String(name))),
    properties: (rules, value) =>
      entries(value).every(([key, one]) => !Object.hasOwn(rules as Schema, key) || fits((rules as Schema)[key], one)),
    additionalProperties: (rule, value, { properties = {} }) =>
      entries(value).every(([key, one]) => Object.hasOwn(properties as Schema, key) || fits(rule, one)),
    propertyNames: (rule, value) => entries(value).every(([key]) => fits(rule, key)),
    anyOf: (rules, value) => all(rules).some((rule) => fits(rule, value)),
    oneOf: (rules, value) => all(rules).filter((rule) => fits(rule, value)).length === 1,
    allOf: (rules, value) => all(rules).every((rule) => fits(rule, value)),
    not: (rule, value) => !fits(rule, value),
    if: (rule, value, { then }) => !fits(rule, value) || fits(then, value),
    $ref: (path, value) => fits(referred(root, String(path)), value),
    ...Object.fromEntries(ABOUT.map((key) => [key, about])),
  };
  return { valid: (_, value) => valid(root, value) };
}

const itemRule = (rule: unknown, at: number): unknown => (Array.isArray(rule) ? (rule[at] ?? true) : rule);

/** Whether a value is what a JSON schema asks for. */
export const isValid = (schema: object, value: unknown): boolean =>
  checks(schema as Schema).valid!(undefined, value, schema as Schema);

/** The same schema with what a reference names in its place. */
export function expanded(part: unknown, root: object = part as object): unknown {
  if (Array.isArray(part)) return part.map((one) => expanded(one, root));
  if (!isMap(part)) return part;
  if (typeof part.$ref === 'string') return expanded(referred(root as Schema, part.$ref), root);
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, expanded(one, root)]));
}

const referred = (root: Schema, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Schema)[key], root);
