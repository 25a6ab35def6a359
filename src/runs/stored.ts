import { Refusal } from '../problems/problem.ts';
import type { Scenario, Settings } from '../scenario/scenario.ts';
import { schemaOf } from '../scenario/shape/general.ts';
import type { KindShape } from '../scenario/shape/kind-shape.ts';
import type { RunRecord } from './record.ts';

/**
 * The scenario that a run or its record holds, checked again as if it had just been written.
 *
 * @throws Refusal where its settings are no scenario of its kind.
 */
export function storedScenario(record: Pick<RunRecord, 'kind' | 'name' | 'scenario'>, domain: KindShape): Scenario {
  const { file, lines = {} } = record.scenario;
  const lineOf = new Map(Object.entries(lines));
  const parsed = schemaOf(domain).safeParse(record.scenario.settings);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new Refusal([
      {
        message: `run.json holds settings that are no scenario: ${first?.path.join('.')}: ${first?.message}`,
        maybe: 'Maybe it was edited; run the scenario again to write it anew.',
      },
    ]);
  }
  const { variants: _, expect: __, ...settings } = parsed.data as Record<string, unknown>;
  return {
    kind: record.kind,
    name: record.name,
    file,
    settings: settings as unknown as Settings,
    expect: record.scenario.expect ?? {},
    overrides: record.scenario.overrides,
    text: record.scenario.text,
    place: (path) => {
      const line = lineOf.get(path.map(String).join('.'));
      return { file, ...(line !== undefined && { line }) };
    },
  };
}
