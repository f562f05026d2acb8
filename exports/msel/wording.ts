/**
 * What the drejebog calls things, in Danish and English. Knows: headers and the words of derived
 * cells. Does not know: what stands in a scenario.
 */
import type { Act } from '../../engine/scenario/schema.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import type { ColumnId } from './column.ts';

const da = {
  sheet: 'Drejebog',
  bank: 'Bank',
  headers: {
    serial: 'Nr.',
    id: 'Id',
    title: 'Titel',
    planned_exercise_time: 'Øvelsestid (planlagt)',
    story_time: 'Tid i scenariet',
    actual_time: 'Faktisk tid',
    phase: 'Fase',
    each: 'Gentages for',
    domain: 'Domæne',
    type: 'Type',
    trigger: 'Udløses af',
    trigger_condition: 'Betingelse',
    from_role: 'Afsender (rolle)',
    from_name: 'Afsender (navn)',
    from_name_da: 'Afsender (navn, dansk)',
    from_name_en: 'Afsender (navn, engelsk)',
    from_played_by: 'Afsender spilles af',
    to_roles: 'Modtagere',
    channel: 'Kanal',
    title_da: 'Titel (dansk)',
    title_en: 'Titel (engelsk)',
    content: 'Indhold',
    content_da: 'Indhold (dansk)',
    content_en: 'Indhold (engelsk)',
    tlp: 'TLP (angivet)',
    tlp_effective: 'TLP (gældende)',
    facts_carried: 'Oplysninger',
    expected_action: 'Forventet handling',
    expected_by: 'Forventet senest',
    responsible_task_ids: 'Opgaver',
    expect: 'Forventninger (YAML)',
    objective_ids: 'Øvelsesmål',
    capability: 'Kapacitet',
    interface_ids: 'Snitflader',
    controller: 'Lokal øvelsesleder',
    evaluator_notes: 'Evaluators noter',
    contingency_if_not: 'Reserveindspil',
    services: 'Tjenester',
    attachments: 'Bilag',
    status: 'Status',
    notes: 'Noter til øvelsesledelsen',
    notes_da: 'Noter til øvelsesledelsen (dansk)',
    notes_en: 'Noter til øvelsesledelsen (engelsk)',
  } satisfies Record<ColumnId, string> as Readonly<Record<ColumnId, string>>,
  acts: {
    open: () => 'åbner indspillet',
    acknowledge: () => 'kvitterer',
    answer: () => 'svarer',
    message: (to: string) => `underretter ${to}`,
    task: (title: string) => `løser opgaven »${title}«`,
    decision: (question: string) => `tager stilling til »${question}«`,
    declare: () => 'erklærer, at organisationen har kendskab til hændelsen',
  } satisfies Record<Act, (what: string) => string> as Readonly<
    Record<Act, (what: string) => string>
  >,
  after: (length: string) => `${length} efter indspillet`,
  untitled: 'Indspil uden titel',
};
type Words = typeof da;

const en: Words = {
  sheet: 'MSEL',
  bank: 'Bank',
  headers: {
    serial: 'No.',
    id: 'Id',
    title: 'Title',
    planned_exercise_time: 'Exercise time (planned)',
    story_time: 'Time in the story',
    actual_time: 'Actual time',
    phase: 'Phase',
    each: 'Repeated for',
    domain: 'Domain',
    type: 'Type',
    trigger: 'Trigger',
    trigger_condition: 'Condition',
    from_role: 'From (role)',
    from_name: 'From (name)',
    from_name_da: 'From (name, Danish)',
    from_name_en: 'From (name, English)',
    from_played_by: 'Sender played by',
    to_roles: 'Receivers',
    channel: 'Channel',
    title_da: 'Title (Danish)',
    title_en: 'Title (English)',
    content: 'Content',
    content_da: 'Content (Danish)',
    content_en: 'Content (English)',
    tlp: 'TLP (as written)',
    tlp_effective: 'TLP (in force)',
    facts_carried: 'Facts',
    expected_action: 'Expected action',
    expected_by: 'Expected by',
    responsible_task_ids: 'Tasks',
    expect: 'Expectations (YAML)',
    objective_ids: 'Objectives',
    capability: 'Capability',
    interface_ids: 'Interfaces',
    controller: 'Controller',
    evaluator_notes: "Evaluator's notes",
    contingency_if_not: 'Contingency inject',
    services: 'Services',
    attachments: 'Attachments',
    status: 'Status',
    notes: 'Notes for exercise control',
    notes_da: 'Notes for exercise control (Danish)',
    notes_en: 'Notes for exercise control (English)',
  },
  acts: {
    open: () => 'opens the inject',
    acknowledge: () => 'acknowledges',
    answer: () => 'answers',
    message: (to) => `informs ${to}`,
    task: (title) => `does the task “${title}”`,
    decision: (question) => `decides on “${question}”`,
    declare: () => 'declares that the organisation is aware of the incident',
  },
  after: (length) => `${length} after the inject`,
  untitled: 'Inject without a title',
};

export const MSEL_WORDS: Readonly<Record<Lang, Words>> = { da, en };

const daScript = {
  from: (file: string, sheet: string) => `Importeret fra ${file}, ark »${sheet}«.`,
  row: (row: number) => `Række ${row}`,
  section: (text: string, phase: string | undefined) =>
    `— ${text} —${phase === undefined ? '' : ` (ligner fasen ${phase})`}`,
  refused: (row: number, text: string) => `Række ${row} er ikke taget med: ${text}`,
};
const enScript: typeof daScript = {
  from: (file, sheet) => `Imported from ${file}, sheet “${sheet}”.`,
  row: (row) => `Row ${row}`,
  section: (text, phase) =>
    `— ${text} —${phase === undefined ? '' : ` (sounds like the phase ${phase})`}`,
  refused: (row, text) => `Row ${row} was not taken: ${text}`,
};
export const SCRIPT_WORDS: Readonly<Record<Lang, typeof daScript>> = { da: daScript, en: enScript };
