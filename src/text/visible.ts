/** Characters that move the cursor, colour the terminal, hide, or turn the direction of text around. */
const UNSAFE = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/gu;

/**
 * Text with every control character and escape sequence written out, so that what a file holds cannot act on
 * the terminal that shows it.
 *
 * @example
 * visible('a\u001b[31m') // 'a\\u001b[31m'
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, (char) =>
    char === '\t' ? '\\t' : `\\u${char.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
}

/**
 * A value as a message shows it: text in quotes and cut at 60 characters, maps and lists by their kind.
 *
 * @example
 * quoted('many') // '"many"'
 * quoted(null) // 'nothing'
 */
export function quoted(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return visible(JSON.stringify(cut(value, 60)));
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'a map' : String(value);
}

/** A name in a message: cut and made visible, without quotes. */
export function named(name: string): string {
  return visible(cut(name, 60));
}

/**
 * A path as a person writes it.
 *
 * @example
 * dotted(['start_days', 2]) // 'start_days[2]'
 */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? named(String(key)) : `${text}.${named(String(key))}`;
  }, '');
}

function cut(text: string, most: number): string {
  const chars = text.length > most * 2 ? [...text.slice(0, most * 2)] : [...text];
  return chars.length <= most ? text : `${chars.slice(0, most - 1).join('')}…`;
}
