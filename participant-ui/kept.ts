/**
 * What this tab keeps while its page is gone: a telephone throws a page away that it has no memory
 * for, and somebody reloads in the middle of a sentence. Knows: the tab's own shelf, which ends with
 * the tab. Does not know: what the drafts and acts are about.
 */
import type { KeptAct } from '../engine/runtime/client.ts';
import type { Shelf } from './seat.ts';

/** As drafts.ts left it, and as it looks at it again: nothing in it is trusted. */
export type Written = {
  /** By form. */
  readonly drafts?: { readonly [form: string]: unknown };
  /** The form that each ticket was sent from. */
  readonly sent?: { readonly [ticket: string]: unknown };
};

export type Kept = {
  readonly acts: (owner: string) => readonly KeptAct[];
  readonly keepActs: (owner: string, acts: readonly KeptAct[]) => void;
  readonly written: (owner: string) => Written;
  readonly keepWritten: (owner: string, written: Written) => void;
};

const ACTS = 'beredt:acts';
const WRITTEN = 'beredt:drafts';

/** One seat a tab: what another one left behind is overwritten, and never read. */
export function openKept(shelf: Shelf): Kept {
  return {
    acts: (owner) => {
      const kept = read(shelf, ACTS, owner);
      return Array.isArray(kept) ? kept.filter(isAct) : [];
    },
    keepActs: (owner, acts) => write(shelf, ACTS, owner, acts),
    written: (owner) => {
      const kept = read(shelf, WRITTEN, owner);
      if (!isObject(kept)) return {};
      const { drafts, sent } = kept;
      return { ...(isObject(drafts) ? { drafts } : {}), ...(isObject(sent) ? { sent } : {}) };
    },
    keepWritten: (owner, written) => write(shelf, WRITTEN, owner, written),
  };
}

function read(shelf: Shelf, key: string, owner: string): unknown {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(key) ?? 'null');
    return isObject(kept) && kept['owner'] === owner ? kept['what'] : undefined;
  } catch {
    return undefined;
  }
}

function write(shelf: Shelf, key: string, owner: string, what: unknown): void {
  try {
    shelf.setItem(key, JSON.stringify({ owner, what }));
  } catch {
    // Full, or forbidden: the page still works, only a reload would lose what is under way.
  }
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The shelf is the reader's own, but an older version of this page may have written it. */
function isAct(value: unknown): value is KeptAct {
  return isObject(value) && typeof value['id'] === 'string' && isObject(value['input']);
}
