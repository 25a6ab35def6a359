import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Picture } from './pictures.ts';

const FOLDER = new URL('accepted/', import.meta.url);

/** What became of one picture since it was accepted. */
export interface Finding {
  readonly name: string;
  readonly state: 'same' | 'changed' | 'new' | 'gone';
  readonly was: string | null;
  readonly now: string | null;
}

/** The accepted pictures, by name. */
export function accepted(): ReadonlyMap<string, string> {
  mkdirSync(FOLDER, { recursive: true });
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.svg'));
  // A checkout may have turned the ends of lines into those of its system.
  const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8').replaceAll('\r\n', '\n');
  return new Map(files.sort().map((file) => [file.slice(0, -'.svg'.length), read(file)]));
}

/** The pictures as they are, against those accepted. */
export function compared(pictures: readonly Picture[], before: ReadonlyMap<string, string>): readonly Finding[] {
  const names = new Set(pictures.map(({ name }) => name));
  const found = pictures.map(({ name, svg: now }): Finding => {
    const was = before.get(name) ?? null;
    return { name, state: was === null ? 'new' : was === now ? 'same' : 'changed', was, now };
  });
  const gone = [...before].flatMap(([name, was]): readonly Finding[] =>
    names.has(name) ? [] : [{ name, state: 'gone', was, now: null }],
  );
  return [...found, ...gone];
}

/** Those that a person has to look at. */
export const differing = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ state }) => state !== 'same');

/** Those of some names, each in full or up to a dot or hyphen: `capacity` is every picture of that chart; none: all. */
export function chosen(findings: readonly Finding[], names: readonly string[]) {
  const isOf = (picture: string, name: string) => picture === name || /^[.-]/.test(picture.slice(name.length));
  const named = (picture: string, name: string) => picture.startsWith(name) && isOf(picture, name);
  return {
    wanted: differing(findings).filter(({ name }) => names.length === 0 || names.some((one) => named(name, one))),
    unknown: names.filter((one) => !findings.some(({ name }) => named(name, one))),
  };
}

/** Why nothing may be accepted now; null where it may. What nobody looked at is never accepted. */
export function reasonNotToAccept(of: { ci: string | undefined; shown: boolean; page: string }): string | null {
  if (of.ci !== undefined && !['', '0', 'false'].includes(of.ci))
    return 'nothing was accepted: a picture is accepted by a person who looked at it, never where CI is set';
  if (!of.shown) return `nothing was accepted: the page had not shown these pictures. Look at ${of.page}, then accept`;
  return null;
}

/** Makes what is, what is accepted. */
export function accept(findings: readonly Finding[]): void {
  for (const { name, now } of differing(findings)) {
    const file = new URL(`${name}.svg`, FOLDER);
    if (now === null) rmSync(file);
    else writeFileSync(file, now);
  }
}
