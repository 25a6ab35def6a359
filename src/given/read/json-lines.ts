/**
 * The line on which each element of a JSON list begins. The text must be sound JSON.
 *
 * @example
 * elementLines('[\n  {"a": 1},\n  {"a": 2}\n]') // [2, 3]
 */
export function elementLines(text: string): readonly number[] {
  const lines: number[] = [];
  let [line, depth, quoted] = [1, 0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\n') line++;
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
      continue;
    }
    if (char === '"') quoted = true;
    if (char === '{' && depth === 1) lines.push(line);
    if (char === '{' || char === '[') depth++;
    if (char === '}' || char === ']') depth--;
  }
  return lines;
}
