import { Temporal } from 'temporal-polyfill';
import { badBody, badInstant, badName } from './problems.ts';

/** What can be kept as a body: what JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A body as its one text: the fields of records in the order of their names, so that two bodies which say the same are the
 * same text. What JSON would change or leave out in silence is refused.
 *
 * @param what For messages: a collection, and the name of a body in it.
 */
export function textOf(body: Json, what: string, name: string): string {
  const text = (value: unknown): string => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
    if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${Array.from(value, text).join(',')}]`;
    if (typeof value !== 'object' || !isPlain(value)) throw badBody(what, name);
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${text(each)}`).join(',')}}`;
  };
  return text(body);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A name or key that both databases can hold. */
export function checkedName(what: string, name: string): string {
  if (/^[^\p{Cc}\p{Surrogate}]{1,500}$/u.test(name)) return name;
  throw badName(what, name);
}

/** An instant in the one form in which instants are kept, so that their texts are ordered as they are. */
export function checkedInstant(at: string): string {
  try {
    return Temporal.Instant.from(at).toString({ fractionalSecondDigits: 3 });
  } catch {
    throw badInstant(at);
  }
}
