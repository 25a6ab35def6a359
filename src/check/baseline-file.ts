import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { damaged, notWritable } from '../runs/problems.ts';
import { exactJson } from '../text/json.ts';
import { printPolicy } from './policy-text.ts';

const value = z.union([z.number(), z.string(), z.null()]);

const keep = z.union([
  z.enum(['should_not_fall', 'should_not_rise', 'exact', 'ignore']),
  z.strictObject({ within_percent: z.number().min(0) }),
]);

const baselineSchema = z.strictObject({
  scenario: z.string(),
  data: z.string(),
  values: z.record(z.string(), z.strictObject({ value, keep })),
  policy: z.record(z.string(), z.unknown()).optional(),
});

const fileSchema = z.strictObject({ about: z.string(), runs: z.record(z.string(), baselineSchema) });

/** How a value is held against its baseline. */
export type Keep = z.infer<typeof keep>;

/** A value as it was when the baseline was taken, and how later runs are held against it. */
export interface Kept {
  readonly value: number | string | null;
  readonly keep: Keep;
}

/**
 * The settings that are part of a question, without where its data lie and what it is called. Of an earlier run to stay
 * close to, the hash of its rows stands for them.
 */
export type Policy = Readonly<Record<string, unknown>>;

/** What a run gave once. The hashes tell, when something changed, whether settings or data did. */
export interface Baseline {
  readonly scenario: string;
  readonly data: string;
  readonly values: Readonly<Record<string, Kept>>;
  /** The settings that the values are of, so that a schedule of others can be priced under them. Old files have none. */
  readonly policy?: Policy | undefined;
}

/** The baselines of a scenario file: one for the scenario as it stands and one for each variant, by the run's name. */
export type Baselines = ReadonlyMap<string, Baseline>;

const ABOUT =
  'What these scenarios gave when this baseline was taken. "evenhand check --update" writes the values anew and leaves each "keep" as it is: should_not_fall, should_not_rise, exact, ignore, or {"within_percent": 5}.';

/**
 * The baseline file of a scenario file, beside it. `week.yml` is another scenario than `week.yaml` and has another one.
 *
 * @example
 * baselineFile('scenarios/loans/la-week.yaml') // 'scenarios/loans/la-week.baseline.json'
 */
export const baselineFile = (scenario: string): string => `${scenario.replace(/\.yaml$/, '')}${BASELINE}`;

/** How the names of baseline files end. */
export const BASELINE = '.baseline.json';

/** The baseline files in the folders of scenario files that belong to no scenario. */
export function lostBaselines(scenarios: readonly string[]): readonly string[] {
  const folders = [...new Set(scenarios.filter((file) => existsSync(file)).map(dirname))];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(BASELINE) && !hasScenario(folder, name))
      .sort()
      .map((name) => join(folder, name)),
  );
}

function hasScenario(folder: string, baseline: string): boolean {
  const stem = baseline.slice(0, -BASELINE.length);
  return existsSync(join(folder, `${stem}.yaml`)) || (stem.endsWith('.yml') && existsSync(join(folder, stem)));
}

/**
 * Reads a baseline file. Undefined where there is none.
 *
 * @throws Refusal where it is no baseline.
 */
export function readBaselines(file: string): Baselines | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = fileSchema.safeParse(parsedJson(file));
  if (parsed.success) return new Map(Object.entries(parsed.data.runs));
  const issue = parsed.error.issues[0]!;
  throw damaged(file, `${issue.path.join('.') || 'the whole'}: ${issue.message.toLowerCase()}`);
}

function parsedJson(file: string): unknown {
  try {
    return exactJson(readFileSync(file, 'utf8'));
  } catch {
    throw damaged(file, 'it is not JSON');
  }
}

/** The text of a baseline file: a line for each value and each setting, so that a change of one is a change of one line. */
export function printBaselines(baselines: Baselines): string {
  const runs = [...baselines].map(([name, { scenario, data, values, policy }]) => {
    const lines = Object.entries(values).map(([metric, kept]) => `        ${quoted(metric)}: ${oneLine(kept)}`);
    const parts = [
      `"scenario": ${quoted(scenario)}`,
      `"data": ${quoted(data)}`,
      `"values": ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n      }`}`,
      ...(policy === undefined ? [] : [`"policy": ${printPolicy(policy, '      ')}`]),
    ];
    return `    ${quoted(name)}: {\n${parts.map((part) => `      ${part}`).join(',\n')}\n    }`;
  });
  return `{\n  "about": ${quoted(ABOUT)},\n  "runs": {\n${runs.join(',\n')}\n  }\n}\n`;
}

const quoted = (text: string): string => JSON.stringify(text);

const oneLine = ({ value: kept, keep: how }: Kept): string =>
  `{ "value": ${JSON.stringify(kept)}, "keep": ${JSON.stringify(how)} }`;

/**
 * Writes a baseline file whole or not at all.
 *
 * @throws Refusal where the disk does not take it.
 */
export function writeBaselines(file: string, baselines: Baselines): void {
  const temporary = `${file}.${randomBytes(3).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, printBaselines(baselines), { flag: 'wx', flush: true });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : notWritable(file, code);
  }
}
