/** Knows: of which parts the console's two catalogues are made. Does not know: what is in them. */
import type { Lang } from '../engine/runtime/protocol.ts';
import { da as danish } from './danish.ts';
import { en as english } from './english.ts';
import * as debrief from './words/debrief.ts';
import * as health from './words/health.ts';
import * as pacing from './words/pacing.ts';
import * as scribe from './words/scribe.ts';
import * as script from './words/script.ts';
import * as search from './words/search.ts';
import * as simcell from './words/simcell.ts';
import * as staff from './words/staff.ts';

const base = { da: danish, en: english };
const da = {
  ...base.da,
  actions: {
    ...base.da.actions,
    ...debrief.da.actions,
    ...health.da.actions,
    ...pacing.da.actions,
    ...scribe.da.actions,
    ...script.da.actions,
    ...search.da.actions,
    ...simcell.da.actions,
    ...staff.da.actions,
  },
  longer: {
    ...base.da.longer,
    ...debrief.da.longer,
    ...health.da.longer,
    ...pacing.da.longer,
    ...scribe.da.longer,
    ...script.da.longer,
    ...search.da.longer,
    ...simcell.da.longer,
    ...staff.da.longer,
  },
  debrief: debrief.da,
  health: health.da,
  pacing: pacing.da,
  scribe: scribe.da,
  script: script.da,
  search: search.da,
  simcell: simcell.da,
  staff: staff.da,
};
export type Catalogue = typeof da;
const en: Catalogue = {
  ...base.en,
  actions: {
    ...base.en.actions,
    ...debrief.en.actions,
    ...health.en.actions,
    ...pacing.en.actions,
    ...scribe.en.actions,
    ...script.en.actions,
    ...search.en.actions,
    ...simcell.en.actions,
    ...staff.en.actions,
  },
  longer: {
    ...base.en.longer,
    ...debrief.en.longer,
    ...health.en.longer,
    ...pacing.en.longer,
    ...scribe.en.longer,
    ...script.en.longer,
    ...search.en.longer,
    ...simcell.en.longer,
    ...staff.en.longer,
  },
  debrief: debrief.en,
  health: health.en,
  pacing: pacing.en,
  scribe: scribe.en,
  script: script.en,
  search: search.en,
  simcell: simcell.en,
  staff: staff.en,
};

export function catalogue(lang: Lang): Catalogue {
  return lang === 'da' ? da : en;
}
