/** Both catalogues at hand, as the page itself never has them. */
import type { Lang } from '../../engine/runtime/protocol.ts';
import type { Words } from '../../participant-ui/text.ts';
import { danish } from '../../participant-ui/words/danish.ts';
import { english } from '../../participant-ui/words/english.ts';

export function words(lang: Lang): Words {
  return lang === 'da' ? danish : english;
}
