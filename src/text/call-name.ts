/**
 * What people call a thing, from the cells that its name is made of. Some makes repeat themselves in the model: of
 * "Polestar" and "Polestar 2", only the second is said.
 *
 * @example
 * callName(['Audi', 'A3']) // 'Audi A3'
 * callName(['Polestar', 'Polestar 2']) // 'Polestar 2'
 */
export const callName = (cells: readonly (string | number | null | undefined)[]): string =>
  cells
    .map((cell) => String(cell ?? '').trim())
    .filter((text, at, all) => text !== '' && !all.slice(at + 1).some((later) => `${later} `.startsWith(`${text} `)))
    .join(' ');

/** The name, and the code behind it: "Audi A3 (V1)"; the code alone where there is no name. */
export const nameAndCode = (name: string, code: string): string =>
  name === '' || name === code ? code : `${name} (${code})`;
