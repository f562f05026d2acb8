/**
 * The columns of the drejebog (MSEL). Knows: their names for programs, their order, which of them
 * are read back. Does not know: what people call them (wording does), or what stands in them.
 */

/**
 * `source`: read back, and the only word on its matter. `checked`: filled out for the reader, and
 * compared on the way in. `derived`: filled out, and not read. `spare`: left for people to write in;
 * on the way in it is kept as a comment.
 */
export type Use = 'source' | 'checked' | 'derived' | 'spare';

type Row = readonly [id: string, use: Use, width: number, optional?: 'optional'];

/** Optional columns are written only where some row fills them. */
const TABLE = [
  ['serial', 'derived', 6],
  ['id', 'source', 20],
  ['title', 'checked', 32],
  ['planned_exercise_time', 'source', 11],
  ['story_time', 'derived', 17],
  ['actual_time', 'spare', 11],
  ['phase', 'source', 14],
  ['each', 'source', 14, 'optional'],
  ['domain', 'source', 10],
  ['type', 'derived', 12],
  ['trigger', 'checked', 10],
  ['trigger_condition', 'source', 30],
  ['from_role', 'source', 16],
  ['from_name', 'source', 20, 'optional'],
  ['from_name_da', 'source', 20, 'optional'],
  ['from_name_en', 'source', 20, 'optional'],
  ['from_played_by', 'source', 10, 'optional'],
  ['to_roles', 'source', 22],
  ['channel', 'source', 10],
  ['title_da', 'source', 30, 'optional'],
  ['title_en', 'source', 30, 'optional'],
  ['content', 'source', 60, 'optional'],
  ['content_da', 'source', 60],
  ['content_en', 'source', 60],
  ['tlp', 'source', 12],
  ['tlp_effective', 'derived', 12],
  ['facts_carried', 'source', 20],
  ['services', 'source', 24, 'optional'],
  ['expected_action', 'derived', 36],
  ['expected_by', 'derived', 14],
  ['responsible_task_ids', 'derived', 20],
  ['expect', 'source', 44],
  ['objective_ids', 'source', 16],
  ['capability', 'derived', 16],
  ['interface_ids', 'derived', 16],
  ['controller', 'spare', 14],
  ['evaluator_notes', 'spare', 30],
  ['contingency_if_not', 'source', 20],
  ['attachments', 'source', 20],
  ['status', 'derived', 10],
  ['notes', 'source', 40],
  ['notes_da', 'source', 40, 'optional'],
  ['notes_en', 'source', 40, 'optional'],
] as const satisfies readonly Row[];

export type ColumnId = (typeof TABLE)[number][0];
export type Column = {
  readonly id: ColumnId;
  readonly use: Use;
  /** In characters. */
  readonly width: number;
  readonly optional: boolean;
};

export const COLUMNS: readonly Column[] = TABLE.map(([id, use, width, optional]) => ({
  id,
  use,
  width,
  optional: optional !== undefined,
}));

export function columnOf(id: ColumnId): Column {
  const column = COLUMNS.find((known) => known.id === id);
  if (!column) throw new Error(`no column ${id}`);
  return column;
}
