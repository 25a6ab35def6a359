import { type Problem, Refusal } from '../../../problems/problem.ts';
import { plural } from '../../../text/format.ts';
import { type Element, parseXml } from './xml.ts';

/** A row of texts. */
export type Texts = Readonly<Record<string, string>>;

/** An XML file while it is read: its root, and what is wrong with it. */
export interface Reading {
  readonly root: Element;
  readonly wrong: (at: Element, message: string, maybe?: string) => void;
  /** The text of an attribute; it is wrong that there is none. */
  readonly attribute: (at: Element, name: string) => string;
  /** The attribute as a whole number between two others; it is wrong otherwise, and the first one is answered. */
  readonly whole: (at: Element, name: string, from: number, to: number) => number;
  /** The same of any text of an element. */
  readonly number: (at: Element, text: string, what: string, from: number, to: number) => number;
  /** @throws Refusal where something was wrong. */
  readonly finish: () => void;
}

/**
 * Begins to read an XML file.
 *
 * @throws Refusal where the text is no XML, or its root has another name.
 */
export function readingOf(text: string, file: string, rootName: string): Reading {
  const root = parseXml(text, file);
  const problems: Problem[] = [];
  const wrong: Reading['wrong'] = ({ line, column }, message, maybe) =>
    problems.push({ message, place: { file, line, column }, ...(maybe !== undefined && { maybe }) });
  const finish = () => {
    if (problems.length > 0) throw new Refusal(problems);
  };
  const number: Reading['number'] = (at, word, what, from, to) => {
    if (/^\d{1,9}$/.test(word) && Number(word) >= from && Number(word) <= to) return Number(word);
    wrong(at, `${what} is a whole number from ${from} to ${to}, and not "${word}"`);
    return from;
  };
  const attribute: Reading['attribute'] = (at, name) => {
    const found = at.attributes.get(name)?.trim();
    if (found === undefined || found === '') wrong(at, `${at.name} needs ${name}`);
    return found ?? '';
  };
  const whole: Reading['whole'] = (at, name, from, to) => {
    const word = attribute(at, name);
    return word === '' ? from : number(at, word, `${name} of ${at.name}`, from, to);
  };
  if (root.name !== rootName) {
    wrong(root, `the file is <${root.name}>, and should be <${rootName}>`, 'Maybe another format is meant.');
    finish();
  }
  return { root, wrong, attribute, whole, number, finish };
}

/** The children of an element that have a name. */
export const childrenOf = (at: Element | undefined, name: string): readonly Element[] =>
  at?.children.filter((child) => child.name === name) ?? [];

/** The first child of an element that has a name. */
export const childOf = (at: Element | undefined, name: string): Element | undefined =>
  at?.children.find((child) => child.name === name);

/** The text of the first child that has a name; empty where there is none. */
export const textOf = (at: Element | undefined, name: string): string => childOf(at, name)?.text ?? '';

/** Every two of them, in their order. */
export const pairsOf = <V>(all: readonly V[]): readonly (readonly [V, V])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

/** Counts what a file says and a timetable does not know, so that none of it is passed over in silence. */
export interface Unread {
  /** `weight`: what it is charged with; undefined where it must hold. */
  readonly add: (what: string, weight: number | undefined) => void;
  readonly notes: () => readonly string[];
}

/** What it means that something is not read which a file charges for. */
const charged = (weight: number): string => `it is charged for (weight ${weight} in all), and the timetable is not`;

/** Begins to count; `less` says what it means where something need not hold, and is not read. */
export function unreadOf(less: (weight: number) => string = charged): Unread {
  const found = new Map<string, { required: number; wished: number; weight: number }>();
  return {
    add: (what, weight) => {
      const own = found.get(what) ?? found.set(what, { required: 0, wished: 0, weight: 0 }).get(what)!;
      if (weight === undefined) own.required++;
      else own.wished++;
      own.weight += weight ?? 0;
    },
    notes: () =>
      [...found].map(([what, { required, wished, weight }]) => {
        const must = `${plural(required, 'time')} it must hold, and the timetable may break it`;
        const may = `${plural(wished, 'time')} ${less(weight)}`;
        const parts = [...(required > 0 ? [must] : []), ...(wished > 0 ? [may] : [])];
        return `${what} is not read: ${parts.join('; ')}`;
      }),
  };
}

/** Names as a list of names can hold them: commas and the like stand between names there. */
export interface Names {
  readonly of: (name: string) => string;
  readonly notes: () => readonly string[];
}

/** Begins with no name: each gets its own, the same one each time. */
export function namesOf(): Names {
  const known = new Map<string, string>();
  const used = new Set<string>();
  const of = (name: string): string => {
    const before = known.get(name);
    if (before !== undefined) return before;
    let own =
      name
        .replace(/[;,|{}[\]"\n]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || '_';
    while (used.has(own)) own = `${own}_`;
    used.add(own);
    known.set(name, own);
    return own;
  };
  const changed = () => [...known].filter(([name, own]) => name !== own);
  return {
    of,
    notes: () => {
      const [first] = changed();
      if (first === undefined) return [];
      const count = changed().length;
      return [
        `${plural(count, 'name')} with a comma or the like, which stand between names here, ${count === 1 ? 'is' : 'are'} written without: ${first[1]}`,
      ];
    },
  };
}
