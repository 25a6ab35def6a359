import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Asked } from '../audit/pins.ts';
import type { Scenario } from '../scenario/scenario.ts';

const manifest: { readonly name: string; readonly version: string } = createRequire(import.meta.url)(
  '../../package.json',
);

/** The engine's name and version. */
export const ENGINE = `${manifest.name} ${manifest.version}`;

/** SHA-256, in hex, of a value as JSON with sorted keys: the same value has one hash, however it was written. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** The hash of what a scenario asks, wherever its data lie and whatever it is called. */
export const questionOf = ({ settings }: Pick<Scenario, 'settings'>, asked: Asked | undefined): string =>
  hashOf({ ...policyIn(settings), ...(asked?.stay && { stay_close_to: asked.stay }) });

/**
 * The settings that are part of the question. Where the data come from and what a scenario is called is no part of it.
 * Of an earlier run its rows are, and where its folder lies is not.
 */
export const policyIn = (settings: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !['data', 'title', 'stay_close_to'].includes(key)));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
