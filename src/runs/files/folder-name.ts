/** Longest folder name made; file systems allow 255 bytes, and temporary names add to it. */
const LONGEST = 120;

/**
 * A name that is one safe folder on every system: letters, digits, `-`, `_`, `@` and `.` stay, everything else becomes
 * `-`. It never begins with a dot, so it is neither hidden, nor `..`, nor taken for a temporary folder.
 *
 * @example
 * folderName('la-week@one_each') // 'la-week@one_each'
 * folderName('../../etc/passwd') // '-.-..-etc-passwd'
 */
export function folderName(name: string): string {
  const safe = name
    .replace(/[^A-Za-z0-9_@.-]/g, '-')
    .replace(/^\./, '-')
    .slice(0, LONGEST);
  return safe === '' ? 'run' : safe;
}
