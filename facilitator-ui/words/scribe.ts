/** What record-keeping says: decisions aloud, late entries, evidence, bookmarks, corrections. Danish and English. */
export const da = {
  /** What a key does, in a word or two, and in a sentence for the help. */
  actions: { mark: 'markér', bookmark: 'bogmærke', correct: 'ret' },
  longer: {
    mark: 'På Journal: markér hændelsen; o tager de markerede med som dokumentation',
    bookmark: 'Sæt et bogmærke til debriefingen ved den valgte hændelse, ellers ved den seneste',
    correct: 'På Journal: føj en rettelse til den valgte hændelse; den selv bliver stående',
  },
  note: { bookmark: 'Bogmærke', correction: 'Rettelse', handled: 'Intet svar' },
  evidence: 'Dokumentation',
  objective: 'Øvelsesmål',
  /** Said of what was entered later than it was. */
  late: (entered: string, happened: string) => `indført ${entered}, skete ${happened}`,
  happened: (time: string) => `skete ${time}`,
  entry: (seq: number) => `hændelse ${seq}`,
  marked: (n: number) => `${n} markeret til o`,
  form: {
    when: 'Hvornår',
    whenHint: 'Skete det før nu, så skriv T+1:20 eller -15m under »Hvornår«.',
    decision: 'Beslutning',
    unplanned: 'en, planen ikke har',
    question: 'Spørgsmål',
    choice: 'Afgørelse',
    basis: 'Grundlag',
    badHappened:
      'Det kan ikke læses som en tid, der er gået. Skriv for eksempel T+1:20 eller -15m.',
    ahead: 'Det tidspunkt er ikke kommet endnu.',
    evidence: 'Dokumentation',
    bookmark: { title: 'Bogmærke til debriefingen', text: 'Hvad', default: 'Bogmærke' },
    correct: {
      title: 'Rettelse til det registrerede',
      text: 'Rettelse',
      hint: (entry: string) => `Bliver stående: ${entry}`,
    },
    noEntry: 'Der er ingen hændelse at sætte det ved endnu.',
  },
  orders: {
    badToken: (token: string) => `»${token}« kan ikke læses.`,
    help: [
      [
        'beslut 1 2 <rolle> [@T+1:20] [+1] begrundelse',
        'indfør mulighed 2 i beslutning 1; @ siger, hvornår den blev truffet, +1 bygger på oplysning 1',
      ],
      [
        'truffet <rolle> "spørgsmål" "afgørelse" [@-15m] [+1] begrundelse',
        'indfør en beslutning, planen ikke har',
      ],
      [
        'notér [P|S|M|U] [@T+1:20] [#12] [om:14] tekst',
        'notér en observation; #12 er dokumentation, om: siger hvad den handler om (indspil 14, b3, "Tidlig varsling")',
      ],
      ['bogmærke [#12] [tekst]', 'bogmærke ved hændelse 12, ellers ved den seneste'],
      ['ret 12 tekst', 'føj en rettelse til hændelse 12'],
      ['øvelsesmål', 'øvelsesmålene'],
    ] as readonly (readonly [string, string])[],
  },
};
export const en: typeof da = {
  actions: { mark: 'mark', bookmark: 'bookmark', correct: 'correct' },
  longer: {
    mark: 'On Record: mark the entry; o takes the marked ones along as evidence',
    bookmark: 'Put a bookmark for the debrief at the chosen entry, or at the latest one',
    correct: 'On Record: add a correction to the chosen entry; the entry itself stands',
  },
  note: { bookmark: 'Bookmark', correction: 'Correction', handled: 'No answer' },
  evidence: 'Evidence',
  objective: 'Objective',
  late: (entered, happened) => `entered ${entered}, happened ${happened}`,
  happened: (time) => `happened ${time}`,
  entry: (seq) => `entry ${seq}`,
  marked: (n) => `${n} marked for o`,
  form: {
    when: 'When',
    whenHint: 'If it was before now, write T+1:20 or -15m under “When”.',
    decision: 'Decision',
    unplanned: 'one that the plan does not have',
    question: 'Question',
    choice: 'Outcome',
    basis: 'Basis',
    badHappened: 'That cannot be read as a time gone by. Write for instance T+1:20 or -15m.',
    ahead: 'That time has not come yet.',
    evidence: 'Evidence',
    bookmark: { title: 'Bookmark for the debrief', text: 'What', default: 'Bookmark' },
    correct: {
      title: 'Correction to the record',
      text: 'Correction',
      hint: (entry) => `Stands as it is: ${entry}`,
    },
    noEntry: 'There is no entry to put it at yet.',
  },
  orders: {
    badToken: (token) => `“${token}” cannot be read.`,
    help: [
      [
        'decide 1 2 <role> [@T+1:20] [+1] reason',
        'enter option 2 of decision 1; @ says when it was made, +1 bases it on fact 1',
      ],
      [
        'decided <role> "question" "outcome" [@-15m] [+1] reason',
        'enter a decision that the plan does not have',
      ],
      [
        'observe [P|S|M|U] [@T+1:20] [#12] [about:14] text',
        'note an observation; #12 is evidence, about: says what it concerns (inject 14, m3, "Early warning")',
      ],
      ['bookmark [#12] [text]', 'a bookmark at entry 12, or at the latest'],
      ['correct 12 text', 'add a correction to entry 12'],
      ['objectives', 'the objectives'],
    ],
  },
};
