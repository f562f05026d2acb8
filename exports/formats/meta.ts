/** What the analysis cannot know of itself. Knows: the journal's end, and which engine writes. */
export type Meta = {
  /** The hash of the journal's last line: it stands for every line before it. */
  readonly digest: string;
  readonly entries: number;
  /** The version that makes the report; the one that ran the exercise is in the journal. */
  readonly engine: string;
};
