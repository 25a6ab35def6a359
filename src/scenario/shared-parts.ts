interface Json {
  readonly [key: string]: unknown;
}

/** Keywords of JSON schema whose value is a schema, a list of schemas, or a map of schemas by name. */
const SCHEMAS = ['additionalProperties', 'additionalItems', 'items', 'propertyNames', 'contains', 'not', 'if', 'then'];
const LISTS = ['anyOf', 'allOf', 'oneOf', 'items'];
const MAPS = ['properties', 'patternProperties', 'definitions'];

/** A reference takes about as many letters: to share less makes the text longer. */
const LEAST_LETTERS = 60;

/**
 * The same JSON schema (draft 7) with each part that stands in it several times written once, under `definitions`, and
 * referred to. A part is shared with all it says, for beside a reference editors of draft 7 read nothing.
 *
 * @example
 * const day = { type: 'string', format: 'date', description: 'A day of the calendar, written year, month, day: 2025-03-10' };
 * const short = sharedParts({ properties: { from: day, to: day } });
 * short.properties // { from: { $ref: '#/definitions/from' }, to: { $ref: '#/definitions/from' } }
 * short.definitions // { from: { type: 'string', format: 'date', description: 'A day of the calendar, written year, month, day: 2025-03-10' } }
 */
export function sharedParts(schema: Json): Json {
  const times = timesOf(schema);
  const definitions = new Map<string, unknown>();
  const nameOf = new Map<string, string>();
  const taken = new Set(Object.keys((schema.definitions ?? {}) as Json));
  const short = (part: unknown, name: string): unknown => {
    const text = JSON.stringify(part);
    if (!isMap(part) || text.length < LEAST_LETTERS || times.get(text) === 1) return within(part, name);
    const known = nameOf.get(text) ?? freeName(name, taken);
    if (!nameOf.has(text)) {
      nameOf.set(text, known);
      definitions.set(known, undefined); // It keeps its place before the parts of which it is made.
      definitions.set(known, within(part, name));
    }
    return { $ref: `#/definitions/${known}` };
  };
  const within = (part: unknown, name: string) => mapParts(part, name, short);
  const whole = within(schema, 'part') as Json;
  if (definitions.size === 0) return whole;
  return { ...whole, definitions: { ...(whole.definitions as Json), ...Object.fromEntries(definitions) } };
}

/** How often each part stands in a schema, by its text; what stands in a part that is there already counts once. */
function timesOf(schema: Json): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const count = (part: unknown): unknown => {
    const text = JSON.stringify(part);
    const before = times.get(text) ?? 0;
    times.set(text, before + 1);
    if (before === 0) mapParts(part, '', count);
    return part;
  };
  count(schema);
  return times;
}

/** A schema with another one in the place of each of its parts; the name is that of the nearest property. */
function mapParts(schema: unknown, name: string, change: (part: unknown, name: string) => unknown): unknown {
  if (!isMap(schema)) return schema;
  const changed = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (LISTS.includes(key) && Array.isArray(value)) return [key, value.map((part) => change(part, name))];
    if (MAPS.includes(key) && isMap(value))
      return [key, Object.fromEntries(Object.entries(value).map(([own, part]) => [own, change(part, own)]))];
    return [key, SCHEMAS.includes(key) && isMap(value) ? change(value, name) : value];
  });
  return Object.fromEntries(changed);
}

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name, or the name with the first number that makes it another; a reference needs no escapes in it. */
function freeName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[^A-Za-z0-9_]/g, '_');
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${plain}_${count}`;
  taken.add(name);
  return name;
}
