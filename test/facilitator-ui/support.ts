/**
 * A client that a test holds in its hand: it records what is done and shows what it is given.
 * Also a rich exercise for the panels to show: 13 roles, 36 injects, long names, Danish letters.
 */
import type { ControlInput, ExerciseEvent, RoleInput } from '../../engine/exercise/entry.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import type {
  ControlInjectRow,
  ControlTaskRow,
  ControlView,
  ExerciseRow,
  Status,
} from '../../engine/exercise/rows.ts';
import type {
  Client,
  ClientState,
  Outcome,
  Seated,
  Reply,
  Request,
} from '../../engine/runtime/client.ts';

export type FakeClient = Client & {
  readonly acts: (ControlInput | RoleInput)[];
  readonly takes: { readonly role: string; readonly name: string | undefined }[];
  /** What the host will answer; `done` unless it is told otherwise. */
  answers: (input: ControlInput | RoleInput) => Outcome | Promise<Outcome>;
  /** What the host was asked beside acts, and what it will reply. */
  readonly requests: Request[];
  replies: (request: Request) => Reply<Request['type']>;
  readonly set: (change: Partial<ClientState>) => void;
  /** Exercise time. */
  at: number;
  readonly closed: () => boolean;
};

export function fakeClient(state: Partial<ClientState> = {}): FakeClient {
  let current: ClientState = {
    connection: 'open',
    seq: 1,
    skew: 0,
    presence: {},
    view: {},
    pending: 0,
    ...state,
  };
  let closed = false;
  const listeners = new Set<() => void>();
  const client: FakeClient = {
    acts: [],
    takes: [],
    at: 0,
    answers: () => ({ type: 'done', seq: 1 }),
    requests: [],
    replies: () => ({
      type: 'refused',
      id: 'x',
      code: 'not-allowed',
      reason: { da: 'Nej.', en: 'No.' },
    }),
    state: () => current,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    act: (input) => {
      client.acts.push(input);
      return Promise.resolve(client.answers(input));
    },
    take: (role, name): Promise<Seated | Outcome> => {
      client.takes.push({ role, name });
      return Promise.resolve({ type: 'seated', id: 'x', role, seat: 's', token: 't' });
    },
    leave: () => Promise.resolve({ type: 'done', seq: 1 }),
    move: () => Promise.resolve({ type: 'moving', id: 'x', code: 'K7M-4QX', until: 600_000 }),
    free: () => Promise.resolve({ type: 'done', seq: 1 }),
    invite: () => Promise.resolve({ type: 'invitations', id: 'x', rows: [] }),
    request: (request) => {
      client.requests.push(request);
      return Promise.resolve(client.replies(request)) as never;
    },
    now: () => client.at,
    close: () => {
      closed = true;
    },
    closed: () => closed,
    set: (change) => {
      current = { ...current, ...change };
      for (const listener of [...listeners]) listener();
    },
  };
  return client;
}

export const MIN = 60_000;

export function exerciseRow(status: Status = 'running'): ExerciseRow {
  return {
    id: 'e1',
    title: { da: 'Fællesdrift nede', en: 'Shared operations down' },
    kind: 'cross-sector',
    languages: ['da', 'en'],
    marking: 'TLP:AMBER',
    status,
    story: {
      epoch: Date.UTC(2026, 8, 18, 0, 10),
      zone: 'Europe/Copenhagen',
      offsets: [{ from: 0, offset: 2 * 3_600_000 }],
    },
    length: 30 * 60 * MIN,
    pace: 12,
    hotWash: [{ id: 'clear', question: { da: 'Var det klart, hvem der havde ansvaret?' } }],
    matters: [{ id: 'incident', title: 'Væsentlig hændelse' }],
  };
}

const ROLES: readonly (readonly [id: string, name: string, org: string])[] = [
  ['it-duty', 'It-driftsvagt', 'it'],
  ['it-manager', 'It-chef', 'it'],
  ['ciso', 'Informationssikkerhedskoordinator', 'it'],
  ['crisis-lead', 'Krisestabschef', 'kommune'],
  ['municipal', 'Kommunaldirektør', 'kommune'],
  ['press', 'Pressemedarbejder', 'kommune'],
  ['care', 'Leder af hjemmeplejen', 'kommune'],
  ['dpo', 'Databeskyttelsesrådgiver', 'kommune'],
  ['cert', 'Vagthavende i DKCERT-fællesskabet for kommunerne', 'cert'],
  ['police', 'Vagtchef', 'police'],
  ['region', 'Akutberedskabets koordinator', 'region'],
  ['authority', 'Styrelsen for Samfundssikkerhed', 'outside'],
  ['media', 'Journalist', 'outside'],
];
const ORGANISATIONS: Readonly<Record<string, string>> = {
  it: 'IT-Fælles Sydvestjylland',
  kommune: 'Nordby Kommune',
  cert: 'DKCERT',
  police: 'Syd- og Sønderjyllands Politi',
  region: 'Region Syddanmark',
  outside: 'Indspilscellen',
};
const TITLES = [
  'Opkald fra vagtcentralen: skærmene er sorte',
  'Løsesumsnote på filserveren',
  'Hjemmeplejen kan ikke se kørelister',
  'Pressen ringer',
  'Borgere skriver på sociale medier',
  'Overvågningen viser udgående trafik til ukendt adresse i udlandet',
];

const keyed = <T extends { readonly id: string }>(rows: readonly T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

export function inject(number: number, change: Partial<ControlInjectRow> = {}): ControlInjectRow {
  const out = number <= 9;
  return {
    id: `inj-${number}`,
    number,
    title: { da: TITLES[number % TITLES.length] ?? '', en: `Inject ${number}` },
    body: { da: `Første linje.\n\nAnden linje med **vægt** til nummer ${number}.` },
    notes: { da: 'Se, om nogen spørger, hvem der ejer opgaven.' },
    from: { name: 'Vagtcentral' },
    to: number % 3 === 0 ? ['it-duty', 'it-manager', 'crisis-lead'] : ['it-duty', 'ciso'],
    channel: number % 2 === 0 ? 'phone' : 'email',
    phases: [],
    facts: [],
    trigger: number > 34 ? 'if-not' : 'at',
    status: out ? 'released' : number === 12 ? 'held' : number === 13 ? 'skipped' : 'planned',
    ...(number > 34 ? {} : { due: number * 15 * MIN }),
    ...(out ? { releasedAt: number * 15 * MIN } : {}),
    opened: out ? ['it-duty'] : [],
    acknowledged: number <= 6 ? ['it-duty'] : [],
    answered: [],
    ...change,
  };
}

function task(id: string, title: string, change: Partial<ControlTaskRow> = {}): ControlTaskRow {
  return {
    id,
    title,
    domain: 'digital',
    status: 'open',
    startedAt: 100 * MIN,
    due: 160 * MIN,
    overdue: false,
    holders: [],
    offers: [],
    accountable: ['it-manager'],
    responsible: ['it-duty'],
    support: ['ciso'],
    consulted: ['crisis-lead'],
    informed: ['cert'],
    critical: false,
    ...change,
  };
}

const EVENTS: readonly ExerciseEvent[] = [
  { type: 'exercise.started', pace: 12 },
  { type: 'phase.entered', phase: 'alarm', cause: { type: 'start' } },
  { type: 'inject.released', inject: 'inj-9', to: ['it-duty', 'it-manager'], cause: 'due' },
  { type: 'item.opened', item: 'inj-9', role: 'it-duty' },
  { type: 'task.claimed', task: 'isolate', role: 'it-manager', as: 'accountable' },
  { type: 'obligation.overdue', obligation: 'o1' },
  { type: 'decision.opened', decision: 'disconnect', due: 170 * MIN },
];

export function richView(status: Status = 'running'): ControlView {
  const holder = (role: string, as: 'accountable' | 'responsible') => ({ role, as, since: 0 });
  return {
    exercise: { exercise: exerciseRow(status) },
    roles: keyed(
      ROLES.map(([id, name, organisation]) => ({
        id,
        name,
        organisation,
        organisationName: ORGANISATIONS[organisation] ?? organisation,
        simulated: organisation === 'outside',
        seats: { min: 1, max: id === 'it-duty' ? 3 : 1 },
      })),
    ),
    phases: keyed([
      { id: 'alarm', order: 0, title: 'Alarm', current: true, enteredAt: 0, until: 180 * MIN },
      { id: 'spreading', order: 1, title: 'Hændelsen breder sig', current: false },
      { id: 'restore', order: 2, title: 'Reetablering', current: false },
    ]),
    injects: keyed(Array.from({ length: 36 }, (_, i) => inject(i + 1))),
    services: keyed([
      { id: 'plans', title: 'Plejeplaner', level: 0.2, loweredAt: 0, changedAt: 0, due: 480 * MIN },
      { id: 'pay', title: 'Løn', level: 0, loweredAt: 60 * MIN, changedAt: 60 * MIN },
      { id: 'mail', title: 'E-post', level: 1 },
    ]),
    obligations: keyed([
      {
        id: 'o1',
        inject: 'inj-8',
        role: 'ciso',
        does: 'acknowledge',
        due: 125 * MIN,
        status: 'overdue',
      },
      {
        id: 'o2',
        inject: 'inj-9',
        role: 'it-duty',
        does: 'task',
        task: 'isolate',
        due: 150 * MIN,
        status: 'open',
      },
      {
        id: 'o3',
        inject: 'inj-9',
        role: 'it-manager',
        does: 'open',
        due: 136 * MIN,
        status: 'overdue',
      },
    ]),
    tasks: keyed([
      task('early-warning', 'Tidlig varsling til CSIRT og kompetent myndighed'),
      task('isolate', 'Isolér de ramte servere', {
        critical: true,
        holders: [holder('it-manager', 'accountable'), holder('it-duty', 'responsible')],
      }),
      task('inform-citizens', 'Oplys borgerne', {
        holders: [holder('press', 'accountable'), holder('municipal', 'accountable')],
      }),
      task('restore', 'Genopret fagsystemer', { status: 'dormant' }),
      task('call-out', 'Alarmér krisestaben', {
        status: 'done',
        done: { role: 'it-duty', at: 30 * MIN, note: 'Alle er kaldt ind.' },
      }),
    ]),
    decisions: keyed([
      {
        id: 'disconnect',
        question: { da: 'Skal nettet til kommunerne afbrydes?', en: 'Cut the network?' },
        options: [
          { id: 'cut', title: 'Afbryd nu', goto: 'restore' },
          { id: 'stay', title: 'Bliv på nettet', goto: 'spreading' },
        ],
        authority: ['it-manager'],
        consult: ['crisis-lead'],
        default: 'stay',
        openedAt: 130 * MIN,
        due: 148 * MIN,
      },
      {
        id: 'staff',
        question: 'Skal krisestaben samles?',
        options: [
          { id: 'yes', title: 'Ja, fysisk' },
          { id: 'no', title: 'Nej' },
        ],
        authority: ['crisis-lead'],
        consult: [],
        default: 'no',
        openedAt: 20 * MIN,
        due: 50 * MIN,
        made: {
          option: 'yes',
          reason: 'Telefonerne virker ikke.',
          role: 'crisis-lead',
          at: 31 * MIN,
          how: 'role',
        },
      },
      {
        id: 'pay',
        question: 'Skal løsesummen betales?',
        options: [{ id: 'no', title: 'Nej' }],
        authority: ['municipal'],
        consult: [],
        default: 'no',
      },
    ]),
    facts: {
      encrypted: {
        id: 'encrypted',
        text: 'Filserveren er krypteret',
        known: [{ role: 'it-duty', at: 5 }],
      },
    },
    clocks: keyed([
      {
        id: 'early-warning',
        title: 'NIS 2: tidlig varsling, 24 timer',
        organisation: 'it',
        startedAt: 100 * MIN,
        due: 1540 * MIN,
        status: 'running',
      },
    ]),
    awareness: {},
    messages: keyed([
      {
        id: 'msg.1',
        seq: 40,
        at: 131 * MIN,
        from: { role: 'crisis-lead', name: 'Krisestabschef' },
        to: ['authority'],
        channel: 'message',
        title: 'Hvad gør I?',
        body: 'Vi har brug for et svar inden klokken fem.',
        marking: 'TLP:AMBER',
        facts: ['encrypted'],
        asks: true,
        opened: [],
        simulated: false,
      },
    ]),
    seats: keyed([
      { id: 's1', role: 'it-duty', pseudonym: 'P1', bot: false },
      { id: 's2', role: 'it-duty', pseudonym: 'P2', bot: true },
      { id: 's3', role: 'it-manager', pseudonym: 'P3', bot: false },
      { id: 's4', role: 'press', pseudonym: 'P4', bot: true },
    ]),
    staff: {},
    calls: {},
    notes: {},
    objectives: {},
    bank: {},
    observations: keyed([
      {
        id: 'obs.1',
        at: 128 * MIN,
        by: 'Facilitator',
        text: 'Vagten ringede selv til it-chefen, før nogen bad om det.',
        rating: 'P',
        about: { task: 'isolate' },
      },
    ]),
    questions: {},
    statements: {},
    picture: {},
    asks: {},
    contests: {},
    outside: {},
    hotwash: {
      'it-duty:clear': { role: 'it-duty', question: 'clear', text: 'Nej, ikke den første time.' },
    },
    record: Object.fromEntries(
      EVENTS.map((event, i) => [
        String(i + 10),
        {
          seq: i + 10,
          at: (120 + i * 2) * MIN + 7_000,
          wall: '2026-11-23T09:00:00.000Z',
          by: { type: 'engine' },
          event,
        },
      ]),
    ),
  };
}

export function controlClient(view: Partial<ControlView> = richView()): FakeClient {
  const client = fakeClient({
    audience: 'control',
    view,
    presence: { 'it-duty': 1, 'it-manager': 1 },
  });
  client.at = 137 * MIN + 12_000;
  return client;
}

/** A stopwatch in the test's hand: nothing waits, time passes when it is told to. */
export function handTimer(): {
  readonly after: (ms: number, call: () => void) => () => void;
  readonly pass: (ms: number) => void;
} {
  let now = 0;
  let waiting: { readonly at: number; readonly call: () => void }[] = [];
  return {
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    pass: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        waiting = waiting.filter((other) => other !== next);
        next.call();
      }
      now = end;
    },
  };
}

/** Exercise control in plain lines: what is typed, what is sent, and what is written back. */
export function plainOffice(view: Partial<ControlView>, lang: Lang) {
  const client = controlClient(view);
  const lines: string[] = [];
  const take = clerk({ client, lang, write: (line) => void lines.push(line), status: () => [] });
  const type = async (...typed: readonly string[]): Promise<void> => {
    for (const line of typed) await take(line);
    await settled();
  };
  return { client, lines, type };
}

/** Lets answers that are already given arrive. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
}

/** A poll that was asked, a probe to come and one to be asked by hand; a thread beside the storyline. */
export function withQuestions(view = richView()): ControlView {
  const phase = (id: string, order: number, title: string, current: boolean) => ({
    id,
    order,
    title,
    thread: { da: 'Medier', en: 'Media' },
    current,
  });
  const options = [
    { id: 'all', title: { da: 'Alt', en: 'Everything' } },
    { id: 'some', title: { da: 'Kun fagsystemerne', en: 'Only the line systems' } },
  ];
  const probe = { kind: 'probe', options, truth: 'some', to: ['it-duty', 'ciso'] } as const;
  return {
    ...view,
    phases: {
      ...view.phases,
      quiet: phase('quiet', 3, 'Stille', false),
      storm: phase('storm', 4, 'Mediestorm', true),
    },
    questions: keyed(
      [
        {
          ...probe,
          id: 'down',
          title: { da: 'Hvad er nede?', en: 'What is down?' },
          trigger: 'at' as const,
          status: 'planned' as const,
          due: 140 * MIN,
        },
        {
          id: 'owner',
          kind: 'poll' as const,
          title: { da: 'Tidlig varsling', en: 'Early warning' },
          task: 'early-warning',
          options: [],
          to: ['it-duty', 'ciso', 'press'],
          trigger: 'at' as const,
          status: 'asked' as const,
          askedAt: 120 * MIN,
          answers: [
            { role: 'it-duty', answer: 'it-manager', at: 121 * MIN },
            { role: 'press', answer: '?', at: 122 * MIN },
          ],
        },
        {
          ...probe,
          id: 'leak',
          title: 'Er data lækket?',
          trigger: 'manual' as const,
          status: 'asked' as const,
          askedAt: 110 * MIN,
          answers: [
            { role: 'it-duty', answer: 'some', at: 111 * MIN },
            { role: 'ciso', answer: 'all', at: 112 * MIN },
          ],
        },
      ].map((row) => ({ answers: [], ...row })),
    ),
  };
}
