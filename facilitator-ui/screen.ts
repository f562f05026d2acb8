/**
 * The whole screen as lines, never more than the window has. Knows: what stands where.
 * Does not know: how lines get onto a terminal (app).
 */
import { filled, paragraph, span } from './layout.ts';
import { listOf } from './panels/all.ts';
import { codesLines } from './panels/codes.ts';
import type { DebriefUi } from './debrief.ts';
import { debriefKeys, debriefLines } from './panels/debrief.ts';
import { FOOT, footLines } from './panels/foot.ts';
import { formLines } from './panels/form.ts';
import { HEAD, headLines } from './panels/head.ts';
import { listPanel } from './panels/list.ts';
import { helpLines } from './panels/help.ts';
import { eyesLines, eyesTitle } from './panels/look.ts';
import {
  confirmLines,
  detailLines,
  linksLines,
  resultLines,
  scrolling,
} from './panels/overlays.ts';
import { overviewPanel } from './panels/overview.ts';
import { badgeLines, staffLines } from './panels/staff.ts';
import { preflightLines } from './panels/preflight.ts';
import { paletteLines } from './panels/palette.ts';
import { words, type Line, type Scene } from './scene.ts';

/** Below this nothing can be shown that is of use. */
const SMALLEST = { columns: 60, rows: 16 } as const;

export function screenLines(scene: Scene): readonly Line[] {
  const { columns, rows } = scene.ui.size;
  const height = Math.max(1, rows - 1);
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) {
    return paragraph(words(scene).tooSmall(columns, rows), columns).slice(0, height);
  }
  const { overlay } = scene.ui;
  if (overlay.type === 'links') return wholeScreen(scene, height);
  if (overlay.type === 'debrief') return projector(scene, overlay.debrief, height);
  const body = height - HEAD - FOOT;
  return [...headLines(scene), ...filled(bodyLines(scene, body), body), ...footLines(scene)];
}

/** What a whole room looks at: only the banner and the keys beside it. */
function projector(scene: Scene, debrief: DebriefUi, height: number): readonly Line[] {
  const [banner = []] = headLines(scene);
  const body = height - 3;
  return [
    banner,
    ...filled(debriefLines(scene, debrief, body), body),
    ...debriefKeys(scene, debrief),
  ];
}

/** The banner stays even there. */
function wholeScreen(scene: Scene, height: number): readonly Line[] {
  const [banner = []] = headLines(scene);
  const body = height - 2;
  return [
    banner,
    ...filled(bodyLines(scene, body), body),
    [span(` ${words(scene).escape}`, 'info')],
  ];
}

function bodyLines(scene: Scene, height: number): readonly Line[] {
  const { overlay, panel } = scene.ui;
  const w = words(scene);
  switch (overlay.type) {
    case 'help':
      return scrolling(scene, w.help, helpLines(scene), overlay.scroll, height);
    case 'links':
      return linksLines(scene, height);
    case 'results':
      return resultLines(scene, overlay, height);
    case 'codes':
      return scrolling(scene, w.doors.title, codesLines(scene, overlay), overlay.scroll, height);
    case 'staff':
      return staffLines(scene, overlay, height);
    case 'badge': {
      const lines = badgeLines(scene, overlay);
      return scrolling(scene, w.staff.badge.title, lines, overlay.scroll, height);
    }
    case 'detail':
      return scrolling(
        scene,
        w.tabs[panel],
        detailLines(scene, overlay.ref),
        overlay.scroll,
        height,
      );
    case 'confirm':
      return confirmLines(scene, overlay.confirm, height);
    case 'preflight':
      return preflightLines(scene, overlay, height);
    case 'form':
      return formLines(scene, overlay.form, height);
    case 'debrief':
      return debriefLines(scene, overlay.debrief, height);
    case 'palette':
      return paletteLines(scene, overlay, height);
    case 'eyes': {
      const { eyes, scroll } = overlay;
      return scrolling(scene, eyesTitle(scene, eyes), eyesLines(scene, eyes), scroll, height);
    }
    case 'filter':
    case 'none': {
      const list = listOf(panel);
      return list ? listPanel(scene, list, height) : overviewPanel(scene, height);
    }
    default:
      return overlay satisfies never;
  }
}
