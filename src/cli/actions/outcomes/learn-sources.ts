import {
  accountsIn,
  HISTORY,
  historyIn,
  type learnChannels,
  metricNamed,
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
  const { history, outcomes, platform, zone } = options;
  if (outcomes !== undefined && history !== undefined)
    throw refuse('--outcomes and --history name two places of outcomes', 'Maybe leave one of them out.');
  if (outcomes === undefined && (platform ?? zone) !== undefined)
    throw refuse('--platform and --zone are about the file of --outcomes', 'Maybe --channel names one of those kept.');
  if (file !== undefined && platform !== undefined)
    throw refuse('the scenario says on which platform a channel is', 'Maybe leave --platform out.');
  const kinds = await kindsOf(options);
  const scenario = file === undefined ? undefined : await subjectsOf(readScenario(file, { kinds }), { kinds });
  return options.outcomes === undefined
    ? keptFor(scenario, goal, { ...options, kinds })
    : fileFor(scenario, goal, { ...options, outcomes: options.outcomes, kinds });
}

type FileOptions = SourceOptions & { readonly outcomes: string; readonly kinds: Kinds };

/** The outcomes of one file: those of one channel, or of all whose names stand in one of its columns. */
function fileFor(scenario: Subjects | undefined, goal: string, options: FileOptions): Found {
  const { outcomes: file, zone, channel: asked = [] } = options;
  const accounts = accountsIn(file);
  const several = accounts !== undefined && accounts.names.length > 1 ? accounts : undefined;
  const subjects = scenario ?? withoutScenario(several?.names, options);
  const own = several === undefined ? [onlyOne(subjects, asked)] : among(subjects, several.names, asked);
  const read = own.map((channel) => {
    const only = several && { column: several.column, value: channel.name };
    const { name, platform } = channel;
    return readHistory([file], { platform, channel: name, zone: zone ?? channel.zone, only, now: Date.now() });
  });
  const aside = Math.max(...read.map((each) => each.aside.length));
  const notes =
    aside === 0
      ? []
      : [`${plural(aside, 'row')} of ${shortPath(file)} put aside; "evenhand history add --dry-run" lists them`];
  const strange = (several?.names ?? []).filter((name) => !own.some((channel) => channel.name === name));
  return {
    subjects,
    channels: own.map((channel, at) => ({
      channel,
      outcomes: outcomesOfFiles(read[at]!, { goal, zone: channel.zone }),
    })),
    notes: [...notes, ...new Set(read.flatMap((each) => each.notes)), ...notLookedAt(strange)],
  };
}

const notLookedAt = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`not asked about, and not looked at: ${names.join(', ')}`];

function withoutScenario(
  names: readonly string[] | undefined,
  { platform, zone, channel = [], kinds }: FileOptions,
): Subjects {
  if (platform === undefined || zone === undefined)
    throw refuse(
      'without a scenario nobody says on which platform the outcomes were, and by whose clock',
      'Maybe add --platform instagram --zone Europe/Berlin.',
    );
  const own = names ?? [channel[0] ?? platform];
  return subjectsOn(
    own.map((name) => ({ name, platform, zone })),
    { kinds },
  );
}

/** The channel of a file that does not say whose its rows are. */
function onlyOne(subjects: Subjects, asked: readonly string[]): Subjects['channels'][number] {
  if (asked.length > 1)
    throw refuse('the file does not say whose its rows are, and several channels are named', 'Maybe name one.');
  const names = subjects.channels.map(({ name }) => name);
  const name = asked[0] ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined)
    throw refuse(
      'the scenario has several channels, and nobody says whose outcomes the file holds',
      `Maybe --channel with one of: ${names.slice(0, 20).join(', ')}.`,
    );
  return named(subjects, name);
}

/** The channels whose rows a file holds, or those of them that are asked about. */
function among(subjects: Subjects, names: readonly string[], asked: readonly string[]): Subjects['channels'] {
  for (const name of asked) if (!names.includes(name)) throw noChannel(name, names);
  if (asked.length > 0) return asked.map((name) => named(subjects, name));
  const own = subjects.channels.filter(({ name }) => names.includes(name));
  if (own.length > 0) return own;
  throw refuse(
    `the file holds the outcomes of ${names.slice(0, 20).join(', ')}, and none of them is a channel of the scenario`,
    `Maybe the scenario calls them otherwise: ${subjects.channels
      .map(({ name }) => name)
      .slice(0, 20)
      .join(', ')}.`,
  );
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
  const metricOf = new Map(kept.map((one) => [one.channel, metricNamed(goal, Object.keys(one.metrics))]));
  const having = own.filter(({ name }) => {
    const metrics = kept.find(({ channel }) => channel === name)?.metrics ?? {};
    return Object.hasOwn(metrics, metricOf.get(name) ?? goal);
  });
  const storage = await openStorage(place, { features: [HISTORY], make: false });
  try {
    // Where no channel has the goal, the refusal of the first one says which there are.
    if (having.length === 0) await outcomesOf(storage, { goal });
    const channels = [];
    for (const channel of own) {
      const outcomes = having.includes(channel)
        ? await outcomesOf(storage, { channel: channel.name, goal: metricOf.get(channel.name)!, zone: channel.zone })
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
