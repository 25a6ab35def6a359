/** A part of an XML text, in its order. */
export type Token =
  | { readonly open: string; readonly attributes: string; readonly empty: boolean }
  | { readonly close: string }
  | { readonly text: string }
  /** Here stands what is no XML, or what no workbook has, such as entities of its own; nothing comes after it. */
  | { readonly broken: number };

/** A tag, a piece of text, or what is passed over: comments, instructions. Names lose what stands before a colon. */
const PART =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/(?:[\w.-]+:)?([\w.-]+)\s*>|<(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;

/**
 * The parts of an XML text that programs wrote, as those of workbooks are. It knows no entities but the five of XML and
 * numbers, so that none can grow.
 */
export function* tokensOf(xml: string): Generator<Token> {
  let at = 0;
  for (const [whole, data, close, open, attributes = '', slash, text] of xml.matchAll(PART)) {
    at += whole.length;
    if (text !== undefined) yield { text: plain(text) };
    else if (open !== undefined) yield { open, attributes, empty: slash === '/' };
    else if (close !== undefined) yield { close };
    else if (data !== undefined) yield { text: data };
  }
  if (at < xml.length) yield { broken: at };
}

/** The value of an attribute, whatever stands before a colon in its name. */
export function attribute(attributes: string, name: string): string | undefined {
  const [, double, single] = patternOf(name).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : plain(value);
}

const patterns = new Map<string, RegExp>();

/** A sheet asks for few names, millions of times. */
function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, known);
  return known;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, digits, name) =>
        name === undefined
          ? letter(hex === undefined ? Number(digits) : Number.parseInt(hex, 16))
          : (NAMED[name] ?? whole),
      )
    : text;

const letter = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');

/** A text as XML, also of letters that XML cannot hold: workbooks write those as `_x0007_`. */
export const escaped = (text: string): string =>
  text
    .replace(/_x(?=[0-9A-F]{4}_)/gi, '_x005F_x')
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (one) => (one === '\n' || one === '\t' ? one : coded(one)))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const coded = (letter: string): string => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** The text of a cell that `escaped` wrote, after XML itself was read. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
