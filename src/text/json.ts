/**
 * A value from JSON in which no identifier loses a digit: a number of JSON may be as long as it likes, and one of
 * JavaScript holds 15 digits for sure. A longer one that it cannot hold is read as the text that it is written as.
 *
 * @throws SyntaxError where the text is not JSON.
 * @example
 * exactJson('[12, 9007199254740993, "x"]') // [12, '9007199254740993', 'x']
 */
export function exactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return value;
  // Texts are passed over whole: digits within them are no numbers.
  return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, exact));
}

const exact = (token: string): string =>
  /^-?\d{16,}$/.test(token) && String(Number(token)) !== token ? `"${token}"` : token;
