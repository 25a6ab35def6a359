import {
  HISTORY,
  historyIn,
  type learnChannels,
  openStorage,
  outcomesOf,
  outcomesOfFiles,
  plural,
  Refusal,
  readHistory,
  readScenario,
  subjectsOf,
  subjectsOn,
} from '../../../index.ts';
import { type KindOptions, kindsOf } from '../../kinds.ts';
import { shortPath } from '../../paths.ts';

/** Where outcomes come from, and which of them are asked for. */
export interface SourceOptions extends KindOptions {
  readonly history?: string;
  readonly outcomes?: string;
  readonly platform?: string;
  readonly zone?: string;
  readonly channel?: readonly string[];
}

/** The channels of a scenario or of what is kept. */
export type Subjects = Awaited<ReturnType<typeof subjectsOf>>;
type Kinds = Awaited<ReturnType<typeof kindsOf>>;

/** Channels, each with its outcomes. */
export interface Found {
  readonly subjects: Subjects;
  readonly channels: Parameters<typeof learnChannels>[0];
  readonly notes: readonly string[];
}

/**
 * The channels that a command asks about with their outcomes.
 *
 * @throws Refusal where outcomes, scenario or channel are not there.
 */
export async function channelsFor(file: string | undefined, goal: string, options: SourceOptions): Promise<Found> {
  const kinds = await kindsOf(options);
  const scenario = file === undefined ? undefined : await subjectsOf(readScenario(file, { kinds }), { kinds });
  return options.outcomes === undefined
    ? keptFor(scenario, goal, { ...options, kinds })
    : fileFor(scenario, goal, { ...options, outcomes: options.outcomes, kinds });
}

/** The outcomes of one file: those of one channel. */
function fileFor(
  scenario: Subjects | undefined,
  goal: string,
  {
    outcomes: file,
    platform,
    zone,
    channel = [],
    kinds,
  }: SourceOptions & { readonly outcomes: string; readonly kinds: Kinds },
): Found {
  if (channel.length > 1) throw refuse('a file holds the outcomes of one channel', 'Maybe learn them one by one.');
  const subjects = scenario ?? withoutScenario();
  const one = subjects.channels.length === 1 ? subjects.channels[0]?.name : undefined;
  const name = channel[0] ?? one;
  if (name === undefined)
    throw refuse(
      'the scenario has several channels, and nobody says whose outcomes the file holds',
      `Maybe --channel with one of: ${subjects.channels.map((each) => each.name).join(', ')}.`,
    );
  const own = named(subjects, name);
  const read = readHistory([file], { platform: own.platform, channel: name, zone: zone ?? own.zone, now: Date.now() });
  const { aside } = read;
  const notes =
    aside.length === 0
      ? []
      : [`${plural(aside.length, 'row')} of ${shortPath(file)} put aside; "evenhand history add --dry-run" lists them`];
  return {
    subjects,
    channels: [{ channel: own, outcomes: outcomesOfFiles(read, { goal, zone: own.zone }) }],
    notes: [...notes, ...read.notes],
  };

  function withoutScenario(): Subjects {
    if (platform !== undefined && zone !== undefined)
      return subjectsOn([{ name: channel[0] ?? platform, platform, zone }], { kinds });
    throw refuse(
      'without a scenario nobody says on which platform the outcomes were, and by whose clock',
      'Maybe add --platform instagram --zone Europe/Berlin.',
    );
  }
}

/** The outcomes that are kept, of each channel. */
async function keptFor(
  scenario: Subjects | undefined,
  goal: string,
  { history: place = 'history', channel: asked = [], kinds }: SourceOptions & { readonly kinds: Kinds },
): Promise<Found> {
  const kept = await historyIn(place);
  const wanted = asked.length === 0 ? undefined : new Set(asked);
  const isWanted = (name: string) => wanted === undefined || wanted.has(name);
  const names = (scenario?.channels ?? kept.map((one) => ({ name: one.channel }))).map(({ name }) => name);
  for (const name of asked) if (!names.includes(name)) throw noChannel(name, names);
  const subjects =
    scenario ??
    subjectsOn(
      kept.filter(({ channel }) => isWanted(channel)).map((one) => ({ ...one, name: one.channel })),
      { kinds },
    );
  const own = subjects.channels.filter(({ name }) => isWanted(name));
  const isKept = new Set(kept.map(({ channel }) => channel));
  const having = own.filter(
    ({ name }) => isKept.has(name) && kept.some((one) => one.channel === name && goal in one.metrics),
  );
  const storage = await openStorage(place, { features: [HISTORY], make: false });
  try {
    // Where no channel has the goal, the refusal of the first one says which there are.
    if (having.length === 0) await outcomesOf(storage, { goal });
    const channels = [];
    for (const channel of own) {
      const outcomes = having.includes(channel)
        ? await outcomesOf(storage, { channel: channel.name, goal, zone: channel.zone })
        : [];
      channels.push({ channel, outcomes });
    }
    const strange = kept.map(({ channel }) => channel).filter((name) => isWanted(name) && !names.includes(name));
    const notes = strange.length === 0 ? [] : [`no channels of the scenario, and not looked at: ${strange.join(', ')}`];
    return { subjects, channels, notes };
  } finally {
    await storage.close();
  }
}

function named({ channels }: Subjects, name: string): Subjects['channels'][number] {
  const found = channels.find((one) => one.name === name);
  if (found === undefined)
    throw noChannel(
      name,
      channels.map((one) => one.name),
    );
  return found;
}

const noChannel = (name: string, names: readonly string[]): Refusal =>
  refuse(
    `there is no channel "${name}"`,
    names.length === 0
      ? 'Maybe "evenhand history add" comes first.'
      : `Maybe one of: ${names.slice(0, 20).join(', ')}.`,
  );

const refuse = (message: string, maybe: string): Refusal => new Refusal([{ message, maybe }]);
