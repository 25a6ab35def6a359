/** Letters of other scripts that look like Latin ones, and what they look like. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ѕ: 's', з: '3', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c' },
  ...{ т: 't', у: 'y', х: 'x', α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o' },
  ...{ ρ: 'p', τ: 't', υ: 'y', χ: 'x' },
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g');
/** A word in which scripts are mixed: nobody writes one by intent. */
const MIXED = /\p{Script=Latin}|\d/u;

/** Visible ASCII with single blanks between: nearly every name is one, and only its case can differ. */
const ORDINARY = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A name without what people do not see or do not mean: case, blanks, letters of no width, the Unicode form, and letters
 * of another script that stand among Latin ones.
 *
 * @example
 * plainOf('Ｔoyota\u200B') // 'toyota'
 * plainOf('T\u041EYOTA') // 'toyota'
 */
export function plainOf(name: string): string {
  if (ORDINARY.test(name)) return name.toLowerCase();
  const plain = name
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return MIXED.test(plain) ? plain.replace(LOOKALIKE, (letter) => LOOKALIKES[letter]!) : plain;
}

/**
 * The same without what a typist or a spreadsheet changes: blanks, hyphens, underscores and apostrophes, the leading
 * zeros of a number, and, in a name with digits, the letters that look like 0 and 1.
 *
 * @example
 * fold('00101') // '101'
 * fold('OOTEST-7') === fold('00test7') // true
 */
export function fold(name: string): string {
  const plain = plainOf(name).replace(/[\s_'’‘-]/g, '');
  const digits = /\d/.test(plain) ? plain.replace(/o/g, '0').replace(/[il]/g, '1') : plain;
  return /^\d+$/.test(digits) ? digits.replace(/^0+(?=\d)/, '') : digits;
}

/**
 * Whether a name of letters alone becomes another by one letter that is missing, too many, wrong or swapped with its
 * neighbour. Names with digits count up, and one letter apart they are two names.
 *
 * @example
 * isOneLetterOff('toyta', 'toyota') // true
 * isOneLetterOff('b12', 'b13') // false
 */
export function isOneLetterOff(written: string, known: string): boolean {
  if (written.length < 4 || /[^\p{L}&. ]/u.test(written) || Math.abs(written.length - known.length) > 1) return false;
  let same = 0;
  while (same < written.length && written[same] === known[same]) same++;
  const [a, b] = [written.slice(same), known.slice(same)];
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(a, 1) === b ||
    a === rest(b, 1) ||
    rest(a, 1) === rest(b, 1) ||
    (a[0] === b[1] && a[1] === b[0] && rest(a, 2) === rest(b, 2))
  );
}

/** Letters that people cannot see, or cannot tell apart, by their numbers: "Toyota\u200b" is "Toyota<U+200B>". */
export function legible(text: string): string {
  const byNumber = (letter: string) => {
    const code = letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  };
  const seen = text.replace(/[\p{Cf}\p{M}]|(?! )\p{Zs}/gu, byNumber);
  return /\p{Script=Latin}|\d/u.test(seen) ? seen.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, byNumber) : seen;
}
