/**
 * A short example of each key, as it would stand in a file. Knows: YAML that the schema accepts (a
 * test holds it to that). Does not know: what the key means.
 */
import type { KeyPath } from './path.ts';

export const examples: Readonly<Record<KeyPath, string>> = {
  beredt: 'beredt: 1',
  id: 'id: kommune-it-ransomware',
  version: 'version: 1.0.0',
  title: 'title: { da: Fællesdrift nede, en: Shared operations down }',
  summary:
    'summary:\n  da: Natten til fredag krypteres den fælles it-drift.\n  en: In the early hours of a Friday the shared IT is encrypted.',
  purpose:
    'purpose:\n  da: Øvelsen skal vise, om alle er enige om, hvem der gør hvad.\n  en: The exercise is to show whether all agree on who does what.',
  'content-warning':
    'content-warning:\n  da: Scenariet berører syge borgere. Alle kan træde ud når som helst.\n  en: The scenario touches on ill people. Anyone may step out at any time.',
  kind: 'kind: cross-sector',
  languages: 'languages: [da, en]',
  'threat-basis': 'threat-basis: { title: Cybertruslen mod Danmark, date: 2025-09-01 }',
  'threat-basis.title': 'title: Cybertruslen mod Danmark',
  'threat-basis.date': 'date: 2025-09-01',
  'threat-basis.url': 'url: https://example.org/trusselsvurdering.pdf',
  starts: 'starts: 2026-09-18T02:10 Europe/Copenhagen',
  length: 'length: 30h',
  pace: 'pace: 12',
  marking: 'marking: TLP:AMBER',
  begins: 'begins: alarm',
  letters: 'letters: shown',
  parameters: 'parameters:\n  customers: 3\n  town: Nordby',
  'parameters.*': 'customers: 3',
  accept:
    'accept:\n  - code: role-idle\n    at: roles.dpo\n    because: { da: Rollen kaldes først ind om morgenen., en: The role is called in only in the morning. }',
  'accept.code': 'code: role-idle',
  'accept.at': 'at: roles.dpo',
  'accept.because':
    'because: { da: Rollen kaldes først ind om morgenen., en: The role is called in only in the morning. }',

  organisations:
    'organisations:\n  it-faelles: { name: IT-Fælles Syd, sector: public-administration }',
  'organisations.*':
    'it-faelles:\n  name: IT-Fælles Syd\n  sector: public-administration\n  catalogue: it_serviceorg',
  'organisations.*.name': 'name: "${each} Kommune"',
  'organisations.*.sector': 'sector: public-administration',
  'organisations.*.catalogue': 'catalogue: kommune',
  'organisations.*.cleared-for': 'cleared-for: TLP:AMBER',
  'organisations.*.each': 'each: [Nordby, Sundby, { name: Vestby, residents: 12000 }]',
  'organisations.*.each.name': 'name: Vestby',
  'organisations.*.each.id': 'id: vest',

  roles:
    'roles:\n  it-duty:\n    name: { da: It-driftsvagt, en: IT duty officer }\n    organisation: it-faelles',
  'roles.*':
    'it-duty:\n  name: { da: It-driftsvagt, en: IT duty officer }\n  organisation: it-faelles\n  seats: 1-3\n  deputy: it-manager',
  'roles.*.name': 'name: { da: It-driftsvagt, en: IT duty officer }',
  'roles.*.organisation': 'organisation: it-faelles',
  'roles.*.seats': 'seats: 1-3',
  'roles.*.deputy': 'deputy: it-duty',
  'roles.*.played-by': 'played-by: simcell',
  'roles.*.briefing':
    'briefing:\n  da: Du har nattevagten alene.\n  en: You are alone on the night shift.',
  'roles.*.cleared-for': 'cleared-for: TLP:RED',

  objectives:
    'objectives:\n  o-alarm:\n    capability: activation\n    title: { da: Alarmering om natten, en: Call-out at night }',
  'objectives.*':
    'o-alarm:\n  capability: activation\n  title: { da: Alarmering om natten, en: Call-out at night }',
  'objectives.*.title': 'title: { da: Alarmering om natten, en: Call-out at night }',
  'objectives.*.description':
    'description:\n  da: Driftsvagten får fat i sin ledelse inden en halv time.\n  en: The duty officer reaches the management within half an hour.',
  'objectives.*.capability': 'capability: activation',

  facts:
    'facts:\n  encrypted:\n    text: { da: Serverne er krypteret., en: The servers are encrypted. }\n    domain: digital',
  'facts.*':
    'encrypted:\n  text: { da: Serverne er krypteret., en: The servers are encrypted. }\n  domain: digital\n  true-from: 0m',
  'facts.*.each': 'each: kommune',
  'facts.*.text': 'text: { da: Serverne er krypteret., en: The servers are encrypted. }',
  'facts.*.domain': 'domain: digital',
  'facts.*.true-from': 'true-from: 3h',
  'facts.*.marking': 'marking: TLP:RED',
  'facts.*.certainty': 'certainty: possible',
  'facts.*.variant-of': 'variant-of: leak',

  tasks:
    'tasks:\n  early-warning:\n    title: { da: Tidlig varsling, en: Early warning }\n    accountable: it-manager\n    responsible: [it-duty]\n    within: 60m',
  'tasks.*':
    'early-warning:\n  title: { da: Tidlig varsling, en: Early warning }\n  accountable: it-manager\n  responsible: [it-duty]\n  consulted: [crisis-lead]\n  informed: [kommune-cert]\n  needs: [encrypted]\n  starts: { fact: encrypted, opened-by: [it-duty, it-manager] }\n  within: 60m\n  clock: nis2.early_warning\n  critical: true',
  'tasks.*.each': 'each: kommune',
  'tasks.*.title': 'title: { da: Tidlig varsling, en: Early warning }',
  'tasks.*.description':
    'description:\n  da: CSIRT’en har fået den første underretning.\n  en: The CSIRT has had the first notification.',
  'tasks.*.accountable': 'accountable: it-manager',
  'tasks.*.responsible': 'responsible: [it-duty, it-ciso]',
  'tasks.*.support': 'support: [kommune-cert]',
  'tasks.*.consulted': 'consulted: [crisis-lead]',
  'tasks.*.informed': 'informed: [kommune-cert, region-amk]',
  'tasks.*.needs': 'needs: [encrypted]',
  'tasks.*.starts': 'starts: { fact: encrypted, opened-by: [it-duty, it-manager] }',
  'tasks.*.within': 'within: 60m',
  'tasks.*.clock': 'clock: nis2.early_warning',
  'tasks.*.interface': 'interface: IF-01',
  'tasks.*.restores': 'restores: { care-plans: 60%, identity: { level: 100%, data-gap: 19h } }',
  'tasks.*.restores.*': 'care-plans: 60%',
  'tasks.*.restores.*.level': 'level: 100%',
  'tasks.*.restores.*.data-gap': 'data-gap: 19h',
  'tasks.*.critical': 'critical: true',
  'tasks.*.domain': 'domain: digital',
  'tasks.*.objectives': 'objectives: [o-alarm]',
  'tasks.*.ambiguity':
    'ambiguity:\n  da: Aftalen siger ikke, hvem der underretter. Det er det, der øves.\n  en: The agreement does not say who notifies. That is what is exercised.',

  services:
    'services:\n  identity:\n    title: { da: Brugerstyring, en: Identity }\n  care-plans:\n    title: { da: Plejeplaner, en: Care plans }\n    depends-on: [identity]\n    rto: 8h',
  'services.*':
    'care-plans:\n  title: { da: Plejeplaner, en: Care plans }\n  depends-on: [identity]\n  owner: crisis-lead\n  rto: 8h\n  rpo: 1h\n  weight: 2',
  'services.*.title': 'title: { da: Plejeplaner, en: Care plans }',
  'services.*.depends-on': 'depends-on: [identity]',
  'services.*.owner': 'owner: crisis-lead',
  'services.*.rto': 'rto: 8h',
  'services.*.rpo': 'rpo: 1h',
  'services.*.weight': 'weight: 2',

  interfaces:
    'interfaces:\n  IF-09:\n    from: [it-manager]\n    to: [crisis-lead]\n    carries: [encrypted]\n    within: 90m',
  'interfaces.*':
    'IF-09:\n  catalogue: IF-09\n  from: [it-duty, it-manager]\n  to: [crisis-lead]\n  carries: [encrypted]\n  starts: { fact: encrypted, opened-by: it-duty }\n  within: 90m',
  'interfaces.*.each': 'each: kommune',
  'interfaces.*.title': 'title: { da: Driften → kommunerne, en: Operator → municipalities }',
  'interfaces.*.catalogue': 'catalogue: IF-09',
  'interfaces.*.from': 'from: [it-duty, it-manager]',
  'interfaces.*.to': 'to: [crisis-lead]',
  'interfaces.*.carries': 'carries: [encrypted]',
  'interfaces.*.starts': 'starts: { fact: encrypted, opened-by: it-duty }',
  'interfaces.*.within': 'within: 90m',

  decisions:
    'decisions:\n  disconnect:\n    question: { da: Skal kommunerne kobles fra?, en: Are the municipalities to be disconnected? }\n    authority: [it-manager]\n    within: 30m\n    default: stay\n    options:\n      cut: { title: { da: Kobl fra, en: Disconnect } }\n      stay: { title: { da: Vent, en: Wait } }',
  'decisions.*':
    'disconnect:\n  question: { da: Skal kommunerne kobles fra?, en: Are the municipalities to be disconnected? }\n  authority: [it-manager]\n  consult: [crisis-lead]\n  opens: { inject: ransom-note }\n  within: 30m\n  default: stay\n  phase: alarm\n  options:\n    cut: { title: { da: Kobl fra, en: Disconnect }, goto: contained }\n    stay: { title: { da: Vent, en: Wait }, goto: spreading }',
  'decisions.*.each': 'each: kommune',
  'decisions.*.question':
    'question: { da: Skal kommunerne kobles fra?, en: Are the municipalities to be disconnected? }',
  'decisions.*.description':
    'description:\n  da: Frakobling standser angrebet, men også hjemmeplejen.\n  en: Disconnecting stops the attack, but home care as well.',
  'decisions.*.authority': 'authority: [it-manager]',
  'decisions.*.consult': 'consult: [crisis-lead]',
  'decisions.*.inform': 'inform: [kommune-cert]',
  'decisions.*.needs': 'needs: [encrypted]',
  'decisions.*.opens': 'opens: { inject: ransom-note }',
  'decisions.*.within': 'within: 30m',
  'decisions.*.default': 'default: stay',
  'decisions.*.phase': 'phase: alarm',
  'decisions.*.options':
    'options:\n  cut: { title: { da: Kobl fra, en: Disconnect }, goto: contained }\n  stay: { title: { da: Vent, en: Wait }, goto: spreading }',
  'decisions.*.options.*': 'cut: { title: { da: Kobl fra, en: Disconnect }, goto: contained }',
  'decisions.*.options.*.title': 'title: { da: Kobl fra, en: Disconnect }',
  'decisions.*.options.*.goto': 'goto: contained',
  'decisions.*.domain': 'domain: both',
  'decisions.*.objectives': 'objectives: [o-priorities]',

  phases:
    'phases:\n  alarm:\n    title: { da: Natalarm, en: Night alarm }\n    length: 3h\n    next: spreading\n  spreading:\n    title: { da: Spredning, en: Spreading }\n    length: 8h',
  'phases.*':
    'alarm:\n  title: { da: Natalarm, en: Night alarm }\n  length: 3h\n  gate: { task: early-warning, is: done }\n  next: spreading',
  'phases.*.title': 'title: { da: Natalarm, en: Night alarm }',
  'phases.*.description':
    'description:\n  da: Driftscentrene svarer ikke.\n  en: The data centres do not answer.',
  'phases.*.thread': 'thread: media',
  'phases.*.length': 'length: 3h',
  'phases.*.gate': 'gate: { time-after: 5h }',
  'phases.*.next':
    'next:\n  - when: { task: early-warning, is: done }\n    to: coordinated\n  - to: pressed',
  'phases.*.next.when': 'when: { task: early-warning, is: done }',
  'phases.*.next.to': 'to: coordinated',

  threads: 'threads:\n  media:\n    title: { da: Medierne, en: The media }\n    begins: calm',
  'threads.*': 'media:\n  title: { da: Medierne, en: The media }\n  begins: calm',
  'threads.*.title': 'title: { da: Medierne, en: The media }',
  'threads.*.begins': 'begins: calm',

  injects:
    'injects:\n  alarm-call:\n    at: 0m\n    from: { name: Vagtcentralen }\n    to: [it-duty]\n    channel: phone\n    title: { da: Intet svarer, en: Nothing answers }\n    body: { da: »Alle skærme er sorte.«, en: "All screens are black." }',
  'injects.*':
    'alarm-call:\n  at: 0m\n  phase: alarm\n  from: { name: Vagtcentralen }\n  to: [it-duty]\n  channel: phone\n  domain: digital\n  title: { da: Intet svarer, en: Nothing answers }\n  body: { da: »Alle skærme er sorte.«, en: "All screens are black." }\n  facts: [encrypted]\n  expect:\n    - { role: it-duty, does: acknowledge, within: 10m }\n  if-not: nudge',
  'injects.*.each': 'each: kommune',
  'injects.*.at': 'at: 1h30m',
  'injects.*.after': 'after: { decision: disconnect, is: cut, delay: 20m }',
  'injects.*.when':
    'when: { all: [ { time-after: 50m }, { not: { task: early-warning, is: done } } ] }',
  'injects.*.manual': 'manual: true',
  'injects.*.phase': 'phase: [contained, spreading]',
  'injects.*.from': 'from: { name: { da: Vagtcentralen, en: The control room } }',
  'injects.*.from.name': 'name: { da: Vagtcentralen, en: The control room }',
  'injects.*.from.played-by': 'played-by: simcell',
  'injects.*.to': 'to: [it-duty, kommune]',
  'injects.*.channel': 'channel: phone',
  'injects.*.domain': 'domain: digital',
  'injects.*.marking': 'marking: TLP:AMBER',
  'injects.*.title': 'title: { da: Intet svarer, en: Nothing answers }',
  'injects.*.body':
    'body:\n  da: |-\n    »Alle skærme er sorte. **Hvem ringer jeg til?**«\n  en: |-\n    "All screens are black. **Whom do I call?**"',
  'injects.*.facts': 'facts: [encrypted]',
  'injects.*.services': 'services: { care-plans: 0%, identity: 20% }',
  'injects.*.services.*': 'care-plans: 0%',
  'injects.*.objectives': 'objectives: [o-alarm]',
  'injects.*.expect':
    'expect:\n  - { role: it-duty, does: acknowledge, within: 10m }\n  - { role: it-duty, does: task, task: early-warning }',
  'injects.*.expect.id': 'id: duty-acknowledges',
  'injects.*.expect.role': 'role: it-duty',
  'injects.*.expect.does': 'does: acknowledge',
  'injects.*.expect.task': 'task: early-warning',
  'injects.*.expect.decision': 'decision: disconnect',
  'injects.*.expect.to': 'to: [crisis-lead]',
  'injects.*.expect.facts': 'facts: [encrypted]',
  'injects.*.expect.within': 'within: 10m',
  'injects.*.if-not': 'if-not: nudge-early-warning',
  'injects.*.files': 'files: [screenshot.png]',
  'injects.*.notes':
    'notes:\n  da: Se, om driftsvagten ringer op i kæden med det samme.\n  en: See whether the duty officer calls up the chain at once.',

  bank: 'bank:\n  second-call:\n    from: press\n    channel: phone\n    title: { da: Opfølgende spørgsmål, en: Follow-up question }\n    body: { da: »Hvem er ansvarlig?«, en: "Who is responsible?" }',
  'bank.*':
    'second-call:\n  from: press\n  to: [crisis-lead]\n  channel: phone\n  title: { da: Opfølgende spørgsmål, en: Follow-up question }\n  body: { da: »Hvem er ansvarlig?«, en: "Who is responsible?" }\n  notes: { da: Når kommunen tier for længe., en: When the municipality is silent for too long. }',
  'bank.*.each': 'each: kommune',
  'bank.*.from': 'from: press',
  'bank.*.from.name': 'name: { da: En pårørende, en: A relative }',
  'bank.*.from.played-by': 'played-by: simcell',
  'bank.*.to': 'to: [crisis-lead, kommune]',
  'bank.*.channel': 'channel: phone',
  'bank.*.title': 'title: { da: Opfølgende spørgsmål, en: Follow-up question }',
  'bank.*.body': 'body:\n  da: |-\n    »Hvem er ansvarlig?«\n  en: |-\n    "Who is responsible?"',
  'bank.*.facts': 'facts: [encrypted]',
  'bank.*.notes':
    'notes:\n  da: Når kommunen tier for længe.\n  en: When the municipality is silent for too long.',

  polls:
    'polls:\n  who-warns:\n    at: 90m\n    asks: owner-of\n    task: early-warning\n    to: all',
  'polls.*': 'who-warns:\n  at: 90m\n  asks: owner-of\n  task: early-warning\n  to: all',
  'polls.*.each': 'each: kommune',
  'polls.*.at': 'at: 90m',
  'polls.*.after': 'after: { inject: ransom-note, delay: 30m }',
  'polls.*.when': 'when: { task: early-warning, is: overdue }',
  'polls.*.manual': 'manual: true',
  'polls.*.to': 'to: all',
  'polls.*.objectives': 'objectives: [o-duties]',
  'polls.*.asks': 'asks: owner-of',
  'polls.*.task': 'task: early-warning',

  probes:
    'probes:\n  what-is-down:\n    at: 4h\n    question: { da: Hvad er ramt?, en: What is hit? }\n    options: { one: Nordby, all: { da: Alle tre, en: All three } }\n    truth: all\n    to: all',
  'probes.*':
    'what-is-down:\n  at: 4h\n  question: { da: Hvad er ramt?, en: What is hit? }\n  options: { one: Nordby, all: { da: Alle tre, en: All three } }\n  truth: all\n  to: all',
  'probes.*.each': 'each: kommune',
  'probes.*.at': 'at: 4h',
  'probes.*.after': 'after: { phase: day, delay: 1h }',
  'probes.*.when': 'when: { phase: day }',
  'probes.*.manual': 'manual: true',
  'probes.*.to': 'to: [crisis-lead, it-manager]',
  'probes.*.objectives': 'objectives: [o-picture]',
  'probes.*.question': 'question: { da: Hvad er ramt?, en: What is hit? }',
  'probes.*.options': 'options: { one: Nordby, all: { da: Alle tre, en: All three } }',
  'probes.*.options.*': 'one: { da: Kun Nordby, en: Nordby alone }',
  'probes.*.truth': 'truth: all',

  'hot-wash':
    'hot-wash:\n  q-surprise: { da: Hvad kom bag på dig?, en: What took you by surprise? }',
  'hot-wash.*': 'q-surprise: { da: Hvad kom bag på dig?, en: What took you by surprise? }',

  'condition.fact': 'fact: encrypted\nopened-by: [it-duty, it-manager]',
  'condition.known-by': 'known-by: [it-manager, crisis-lead]',
  'condition.opened-by': 'opened-by: [it-duty, it-manager]',
  'condition.task': 'task: early-warning\nis: done',
  'condition.decision': 'decision: disconnect\nis: cut',
  'condition.inject': 'inject: ransom-note\nis: answered',
  'condition.expectation': 'expectation: alarm-call.1\nis: overdue',
  'condition.phase': 'phase: spreading',
  'condition.clock': 'clock: early-warning\nis: late',
  'condition.service': 'service: care-plans\nis: down',
  'condition.is': 'is: done',
  'condition.time-after': 'time-after: 90m',
  'condition.all': 'all:\n  - { time-after: 50m }\n  - not: { task: early-warning, is: done }',
  'condition.any': 'any:\n  - { phase: contained }\n  - { phase: spreading }',
  'condition.not': 'not: { task: early-warning, is: done }',

  'after.inject': 'inject: ransom-note',
  'after.phase': 'phase: contained',
  'after.decision': 'decision: disconnect\nis: cut',
  'after.task': 'task: early-warning\nis: done',
  'after.is': 'is: cut',
  'after.delay': 'delay: 20m',

  'text.da': 'da: Tidlig varsling',
  'text.en': 'en: Early warning',
};
