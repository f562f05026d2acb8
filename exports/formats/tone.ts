/** How something is to be taken, for colour beside shape and word. Knows: no colour. */
export type Tone = 'bad' | 'warn' | 'good' | 'calm';
