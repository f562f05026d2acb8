/** Knows: what was said aloud: line by line with its speakers where the text has them, else as it is. */
import { useMemo } from 'preact/hooks';
import { dialogue } from '../../reading.ts';
import { plainLine } from '../../plain.ts';
import { Line, Prose } from '../prose.tsx';

export function Transcript({ source }: { readonly source: string }) {
  const lines = useMemo(() => dialogue(source), [source]);
  if (!lines) return <Prose source={source} />;
  return (
    <dl class="dialogue">
      {lines.map(({ speaker, text }, at) => (
        <div key={at}>
          <dt>{plainLine(speaker)}</dt>
          <dd>
            <Line source={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
