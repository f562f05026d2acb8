/** A chart of every kind, with figures that tell its parts apart. Knows: nothing of an exercise. */
import { HOUR, MINUTE } from '../../../engine/scenario/time.ts';
import type { Chart } from '../../../exports/formats/charts/chart.ts';

const ticks = (end: number, n: number, say: (at: number) => string) =>
  [...Array(n + 1).keys()].map((i) => ({ at: (end / n) * i, label: say((end / n) * i) }));
const clock = (at: number): string => `T+${String(Math.round(at / HOUR)).padStart(2, '0')}:00`;

export const samples = {
  lines: {
    kind: 'lines',
    title: 'Hvor længe beslutningerne ventede',
    text: 'Andelen af beslutninger, der endnu ventede. Halvdelen var truffet efter 20 minutter.',
    x: {
      title: 'Minutter siden beslutningen blev rejst',
      end: 120,
      ticks: ticks(120, 6, String),
    },
    y: {
      title: 'Andel, der venter',
      end: 1,
      ticks: ticks(1, 4, (v) => `${Math.round(v * 100)} %`),
    },
    series: [
      {
        name: 'Alle beslutninger',
        step: true,
        points: [
          { x: 0, y: 1 },
          { x: 10, y: 0.8 },
          { x: 20, y: 0.5 },
          { x: 55, y: 0.3 },
        ],
      },
      {
        name: 'Med høring',
        step: true,
        points: [
          { x: 0, y: 1 },
          { x: 30, y: 0.7 },
          { x: 70, y: 0.34 },
        ],
      },
      {
        name: 'Driftsniveau',
        step: false,
        points: [
          { x: 0, y: 0.9 },
          { x: 20, y: 0.2 },
          { x: 90, y: 0.36 },
          { x: 120, y: 0.95 },
        ],
      },
    ],
    marks: [
      { at: 20, label: 'Median 20 min' },
      { at: 24, label: 'Frakobling besluttet' },
      { at: 60, label: 'Mål: 60 min' },
    ],
  },
  bars: {
    kind: 'bars',
    title: 'Beslutningstidens dele',
    text: 'Fra en beslutning blev rejst, til den virkede.',
    end: 4 * HOUR,
    ticks: ticks(4 * HOUR, 4, clock),
    rows: [
      {
        name: 'Skal systemerne kobles af?',
        under: 'It-chef',
        parts: [
          { from: 0, to: 20 * MINUTE, tone: 'calm', label: 'bemærket' },
          { from: 20 * MINUTE, to: 70 * MINUTE, tone: 'warn', label: 'overvejet 50 min' },
          { from: 70 * MINUTE, to: 190 * MINUTE, tone: 'good', label: 'virkede efter 120 min' },
        ],
      },
      {
        name: 'Skal borgerne have besked, og hvem skal i givet fald skrive den?',
        under: 'Kriseleder · Nordby Kommune',
        parts: [
          { from: 10 * MINUTE, to: 235 * MINUTE, tone: 'bad', label: 'aldrig besluttet' },
          { from: 235 * MINUTE, to: 236 * MINUTE, tone: 'calm', label: 'kort' },
        ],
      },
    ],
    legend: [
      { tone: 'calm', label: 'til bemærket' },
      { tone: 'warn', label: 'til besluttet' },
      { tone: 'good', label: 'til virkning' },
      { tone: 'bad', label: 'ikke besluttet' },
    ],
  },
  network: {
    kind: 'network',
    title: 'Hvem skrev med hvem',
    text: 'Linjer er planlagte og sete forbindelser.',
    layers: [
      { id: 'inform', name: 'orientering' },
      { id: 'consult', name: 'høring' },
      { id: 'request', name: 'anmodning' },
      { id: 'handover', name: 'overdragelse' },
    ],
    groups: [
      { id: 'it', name: 'IT-Fælles Syd' },
      { id: 'by', name: 'Nordby Kommune' },
      { id: 'cert', name: 'Kommunernes CERT' },
      { id: 'reg', name: 'Region Syd' },
    ],
    nodes: [
      { id: 'a', name: 'It-driftsvagt', group: 'it', weight: 0.9, label: '8 beskeder' },
      { id: 'b', name: 'It-chef', group: 'it', weight: 1, label: '9 beskeder' },
      { id: 'c', name: 'Kriseleder', group: 'by', weight: 0.5, label: '' },
      { id: 'd', name: 'Databeskyttelsesrådgiver', group: 'by', weight: 0.2, label: '' },
      { id: 'e', name: 'CERT-vagt', group: 'cert', weight: 0.4, label: '' },
      { id: 'f', name: 'Regionens it-vagt', group: 'reg', weight: 0.1, label: '' },
      { id: 'g', name: 'Akutkoordinator', group: 'reg', weight: 0, label: '' },
    ],
    edges: [
      {
        from: 'a',
        to: 'b',
        weight: 1,
        as: 'both',
        layers: ['inform', 'consult'],
        label: '5 beskeder',
      },
      { from: 'b', to: 'a', weight: 0.4, as: 'both', layers: ['consult'], label: '2 beskeder' },
      { from: 'b', to: 'e', weight: 0.6, as: 'both', layers: ['inform'], label: '3 beskeder' },
      { from: 'e', to: 'f', weight: 0.2, as: 'meant', layers: [], label: 'IF-03' },
      { from: 'c', to: 'd', weight: 0.4, as: 'unmeant', layers: ['request'], label: '2 beskeder' },
      {
        from: 'a',
        to: 'c',
        weight: 0.2,
        as: 'unmeant',
        layers: ['inform', 'request'],
        label: '1 besked',
      },
      { from: 'f', to: 'g', weight: 0.2, as: 'meant', layers: [], label: 'IF-06' },
    ],
  },
  streams: {
    kind: 'streams',
    title: 'Planlagt, oplevet, observeret',
    text: 'Hver strøm er par af rolle og opgave.',
    columns: ['Planlagt', 'Oplevet af andre', 'Observeret'],
    nodes: [
      { id: 'p1', column: 0, name: 'skulle' },
      { id: 'p0', column: 0, name: 'skulle ikke' },
      { id: 'b1', column: 1, name: 'peget på' },
      { id: 'b0', column: 1, name: 'ikke peget på' },
      { id: 'o1', column: 2, name: 'gjorde det' },
      { id: 'o0', column: 2, name: 'gjorde det ikke' },
    ],
    links: [
      { from: 'p1', to: 'b1', weight: 5, tone: 'good', label: 'fælles billede: 5' },
      { from: 'b1', to: 'o1', weight: 5, tone: 'good', label: 'fælles billede: 5' },
      { from: 'p1', to: 'b0', weight: 2, tone: 'bad', label: 'ukendt plan: 2' },
      { from: 'b0', to: 'o0', weight: 2, tone: 'bad', label: 'ukendt plan: 2' },
      { from: 'p0', to: 'b1', weight: 3, tone: 'warn', label: 'opstået praksis: 3' },
      { from: 'b1', to: 'o1', weight: 3, tone: 'warn', label: 'opstået praksis: 3' },
      { from: 'p0', to: 'b0', weight: 1, tone: 'calm', label: 'ubemærket: 1' },
      { from: 'b0', to: 'o1', weight: 1, tone: 'calm', label: 'ubemærket: 1' },
    ],
  },
  chain: {
    kind: 'chain',
    title: 'Underretningskæden til Region Syd',
    text: 'Kæden brød mellem CERT-vagten og regionen.',
    nodes: [
      { id: 'a', name: 'It-driftsvagt', under: 'T+00:06' },
      { id: 'b', name: 'It-chef', under: 'T+00:10' },
      { id: 'c', name: 'CERT-vagt', under: 'T+00:55' },
      { id: 'd', name: 'Regionens it-vagt', under: 'aldrig ad denne vej' },
      { id: 'e', name: 'Kriseleder', under: 'T+00:12' },
    ],
    hops: [
      { from: 'a', to: 'b', as: 'reached', label: '4 min' },
      { from: 'b', to: 'c', as: 'reached', label: '45 min' },
      { from: 'c', to: 'd', as: 'broken', label: 'brudt' },
      { from: 'a', to: 'e', as: 'reached', label: '6 min' },
      { from: 'b', to: 'd', as: 'bypass', label: 'direkte, 95 min' },
    ],
  },
  knowledge: {
    kind: 'knowledge',
    title: 'Hvem vidste hvad hvornår',
    text: 'Oplysninger ned ad siden, roller hen ad.',
    end: 4 * HOUR,
    rows: [
      { id: 'f1', name: 'Virtualiseringslaget er krypteret' },
      { id: 'f2', name: 'Borgerdata er lækket' },
      { id: 'f3', name: 'Backup er ramt' },
    ],
    columns: [
      { id: 'r1', name: 'It-driftsvagt' },
      { id: 'r2', name: 'It-chef' },
      { id: 'r3', name: 'Databeskyttelsesrådgiver' },
    ],
    cells: [
      { row: 'f1', column: 'r1', deliveredAt: 0, knownAt: HOUR, usedAt: 2 * HOUR },
      { row: 'f1', column: 'r2', deliveredAt: HOUR, knownAt: 3 * HOUR },
      { row: 'f2', column: 'r3', deliveredAt: 2 * HOUR },
      { row: 'f3', column: 'r2', deliveredAt: HOUR, knownAt: 2 * HOUR, usedAt: 3 * HOUR },
    ],
    words: {
      moment: 'Vist ved',
      delivered: 'leveret',
      known: 'åbnet',
      used: 'brugt',
    },
  },
} as const satisfies { readonly [K in Chart['kind']]: Extract<Chart, { readonly kind: K }> };
