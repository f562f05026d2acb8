/**
 * What an import could not take as it stood, as values. Knows: the kinds, how grave, where.
 * Does not know: the sentences (danish, english), or how any is found.
 */

/**
 * `error`: the row or the sheet is not taken. `warning`: taken with a default that somebody must
 * look at. `guess`: understood, but it could have been meant otherwise.
 */
export const FAULTS = {
  // The file
  'not-a-workbook': 'error',
  'workbook-encrypted': 'error',
  'workbook-too-large': 'error',
  'too-many-sheets': 'error',
  'too-many-rows': 'error',
  'too-many-columns': 'error',
  'too-much-text': 'error',
  'csv-encoding': 'error',
  'csv-nul': 'error',
  'csv-quote-open': 'error',
  'csv-quote-stray': 'error',
  'no-such-sheet': 'error',
  'no-header': 'error',
  'no-rows': 'error',
  'wish-unknown-column': 'error',
  'wish-unknown-field': 'error',
  'wish-unreadable': 'error',
  // A row
  'value-refused': 'error',
  'value-unreadable': 'error',
  'id-twice': 'error',
  'id-taken': 'error',
  'shown-differs': 'warning',
  'time-missing': 'warning',
  'time-not-understood': 'warning',
  'time-before-start': 'warning',
  'time-unit': 'guess',
  'time-start': 'guess',
  'time-midnight': 'guess',
  'time-first-date': 'guess',
  'time-no-clock': 'guess',
  'title-missing': 'warning',
  'content-missing': 'warning',
  'sender-missing': 'warning',
  'receivers-missing': 'warning',
  'receiver-unknown': 'warning',
  'receiver-guessed': 'guess',
  'channel-missing': 'warning',
  'channel-unknown': 'warning',
  'channel-guessed': 'guess',
  'word-unknown': 'warning',
  'word-guessed': 'guess',
  'markup-turned': 'guess',
  'text-cut': 'warning',
} as const satisfies Record<string, Gravity>;

export type Gravity = 'error' | 'warning' | 'guess';
export type FaultCode = keyof typeof FAULTS;
/** `what`: how it stands in the sheet. `taken`: what it was taken for. */
export type FaultParams = Readonly<
  Partial<Record<'what' | 'taken' | 'why' | 'limit' | 'suggestion' | 'where', string>>
>;
export type SheetFault = {
  readonly code: FaultCode;
  readonly gravity: Gravity;
  readonly sheet?: string;
  /** From 1, as spreadsheets count. */
  readonly row?: number;
  /** A letter and, where there is one, the header: `C (Time)`. */
  readonly column?: string;
  readonly params: FaultParams;
};

export type Sentences = { readonly what: string; readonly why: string; readonly remedy: string };
export type FaultWords = Readonly<Record<FaultCode, (p: Params) => Sentences>>;
/** Whatever is missing is empty. */
export type Params = Readonly<Required<{ [K in keyof FaultParams]-?: string }>>;

const LONGEST = 80;

export function faultOf(
  code: FaultCode,
  place: { readonly sheet?: string; readonly row?: number; readonly column?: string },
  params: FaultParams = {},
): SheetFault {
  const cut = Object.entries(params).map(([key, value]) => [
    key,
    value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
  ]);
  return { code, gravity: FAULTS[code], ...place, params: Object.fromEntries(cut) as FaultParams };
}
