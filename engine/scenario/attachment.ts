/**
 * Files that injects carry. Knows: which kinds can be shown safely, and how large they may be.
 * Does not know: the disk; whoever reads the scenario's folder says what lies in it.
 */

/** A file below the scenario's `files/` folder, as its reader found it. */
export type FoundFile = {
  /** Relative to `files/`, with `/` between its parts. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the content, hex. */
  readonly digest: string;
};

/**
 * Kinds that a browser shows without running anything. No SVG and no HTML: both can carry scripts.
 */
export const ATTACHMENT_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[keyof typeof ATTACHMENT_TYPES];

/** One file, bytes. */
export const LARGEST_ATTACHMENT = 5 * 1024 * 1024;

/** By the name's ending; undefined for a kind that is not shown. */
export function attachmentType(name: string): AttachmentType | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ATTACHMENT_TYPES, ending)
    ? ATTACHMENT_TYPES[ending as keyof typeof ATTACHMENT_TYPES]
    : undefined;
}

/** A plain path inside the folder: no way out of it, on any system. */
export function staysInside(name: string): boolean {
  if (name === '' || /[\\:]/.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
