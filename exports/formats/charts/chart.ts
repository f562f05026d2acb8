/**
 * Pictures of figures, as what is to be drawn: already worked out, already in the reader's language.
 * Knows: kinds of picture. Does not know: SVG, or what the figures mean.
 */
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Tone } from '../tone.ts';

type Base = {
  readonly title: string;
  /** What it shows, in words: for those who do not see it, and for formats that do not draw. */
  readonly text: string;
};
export type Tick = { readonly at: number; readonly label: string };

/** Curves over a common axis: survival, service levels, load, backlog. */
export type Lines = Base & {
  readonly kind: 'lines';
  readonly x: { readonly title: string; readonly end: number; readonly ticks: readonly Tick[] };
  readonly y: { readonly title: string; readonly end: number; readonly ticks: readonly Tick[] };
  readonly series: readonly {
    readonly name: string;
    /** A value holds until the next point (`step`), or is joined to it by a straight line. */
    readonly step: boolean;
    readonly points: readonly { readonly x: number; readonly y: number }[];
  }[];
  /** Upright lines with a word: decisions laid over a curve, a target, a median. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
};

/** Rows of stretches on an axis of time: the parts of a delay, staleness, who held a task. */
export type Bars = Base & {
  readonly kind: 'bars';
  readonly end: Ms;
  readonly ticks: readonly Tick[];
  readonly rows: readonly {
    readonly name: string;
    readonly under?: string;
    readonly parts: readonly {
      readonly from: Ms;
      readonly to: Ms;
      readonly tone: Tone;
      /** Written in the stretch where it fits, and always said by its title. */
      readonly label: string;
    }[];
  }[];
  readonly legend: readonly { readonly tone: Tone; readonly label: string }[];
};

/** Who dealt with whom. Nodes of one group stand together. */
export type Network = Base & {
  readonly kind: 'network';
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly group: string;
    /** From 0 to 1: how large it is drawn. */
    readonly weight: number;
    readonly label: string;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    /** From 0 to 1: how thick it is drawn. */
    readonly weight: number;
    /** `meant`: planned, and not seen. `unmeant`: seen, and not planned. */
    readonly as: 'both' | 'meant' | 'unmeant';
    /** Ids of the layers it was seen in; none where nobody used it. */
    readonly layers: readonly string[];
    readonly label: string;
  }[];
  /** How they dealt with each other. In a page, a reader chooses among them. */
  readonly layers: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
};

/** Streams from column to column: planned → perceived → observed; sent → delivered → opened → … */
export type Streams = Base & {
  readonly kind: 'streams';
  readonly columns: readonly string[];
  readonly nodes: readonly {
    readonly id: string;
    readonly column: number;
    readonly name: string;
  }[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly weight: number;
    readonly tone: Tone;
    readonly label: string;
  }[];
};

/** Steps of a chain with the delay of each, and the break. */
export type Chain = Base & {
  readonly kind: 'chain';
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly under: string }[];
  readonly hops: readonly {
    readonly from: string;
    readonly to: string;
    readonly as: 'reached' | 'broken' | 'bypass';
    readonly label: string;
  }[];
};

/** Who had which fact when. In a page, a slider moves the moment it is read at. */
export type Knowledge = Base & {
  readonly kind: 'knowledge';
  readonly end: Ms;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly cells: readonly {
    readonly row: string;
    readonly column: string;
    readonly deliveredAt?: Ms;
    readonly knownAt?: Ms;
    readonly usedAt?: Ms;
  }[];
  readonly words: {
    readonly moment: string;
    readonly delivered: string;
    readonly known: string;
    readonly used: string;
  };
};

export type Chart = Lines | Bars | Network | Streams | Chain | Knowledge;
