/**
 * An example of each kind of Problem, and how it is mended. Written by
 * test/engine/scenario/reference.test.ts from the tests' own cases; not by hand.
 */
import type { ProblemCode } from './code.ts';

type Example = { readonly before: readonly string[]; readonly after?: readonly string[] };

export const EXAMPLES: { readonly [C in ProblemCode]?: Example } = {
  'empty-file': { before: ['1 | # nothing yet', '  | ^'] },
  'yaml-syntax': { before: ['1 | hot-wash:', '2 |   q: @home', '  |      ^'] },
  'yaml-colon': { before: ['1 | hot-wash:', '2 |   q: Husk: ring til vagten', '  |      ^'] },
  'yaml-quote': { before: ['1 | hot-wash:', '2 |   q: "Hvorfor?', '  |      ^^^^^^^^^'] },
  'yaml-indent': { before: ['2 |    q: Why?', '3 |   r: How?', '  | ^'] },
  'yaml-tab': { before: ['1 | hot-wash:', '2 |  q: Why?', '  | ^'] },
  'several-documents': { before: ['1 | hot-wash: { q: Why? }', '2 | ---', '  | ^^^'] },
  'directive-not-allowed': { before: ['1 | %YAML 1.1', '  | ^^^^^'] },
  'tag-not-allowed': { before: ['1 | hot-wash: { q: !!str 2 }', '  |                      ^'] },
  'merge-key': {
    before: [
      '1 | hot-wash: { q: &q { da: Hvorfor, en: Why }, r: { <<: *q, da: A, en: B } }',
      '  |                                                  ^^',
    ],
  },
  'alias-unknown': { before: ['1 | hot-wash: { q: *q }', '  |                ^^'] },
  'alias-limit': { before: ['1 | hot-wash: &q { q: *q }', '  |                   ^^'] },
  'not-a-map': { before: ['1 | - hot-wash', '  | ^'] },
  'key-not-text': { before: ['1 | hot-wash: { q: Why?, 1: How? }', '  |                      ^'] },
  'duplicate-key': {
    before: ['1 | hot-wash: { q: Why?, q: What? }', '  |                      ^'],
  },
  'control-character': {
    before: ['1 | hot-wash: { q: "Why\\u001b[2J" }', '  |                ^^^^^^^^^^^^^^'],
  },
  'duplicate-id': { before: ['1 | hot-wash: { best: Why? }', '  |             ^^^^'] },
  'misplaced-key': { before: ['1 | hot-wash: { q: Why? }', '2 | pace: 12', '  | ^^^^'] },
  'not-yet-supported': { before: ['1 | hot-wash: { q: Why? }', '2 | load: { p: 1 }', '  | ^^^^'] },
  'too-many-problems': {
    before: [
      '1001 |   q999: { da: Hvorfor 999? }',
      '1002 |   q1000: { da: Hvorfor 1000? }',
      '     |   ^^^^^',
    ],
  },
  'unknown-key': { before: ['72 |     to: [duty, boss]', '73 |     channl: x', '   |     ^^^^^^'] },
  'missing-key': { before: ['67 | injects:', '68 |   call:', '   |   ^^^^'] },
  'empty-value': {
    before: ['4 | title: { da: Lille øvelse, en: Small exercise }', '5 | summary:', '  | ^^^^^^^'],
    after: ['5 | summary: { da: Kort, en: Short }'],
  },
  'wrong-type': {
    before: ['10 | length: 4h', '11 | pace: fast', '   |       ^^^^'],
    after: ['11 | pace: 12'],
  },
  'not-allowed': {
    before: ['72 |     to: [duty, boss]', '73 |     channel: fone', '   |              ^^^^'],
    after: ['73 |     channel: phone'],
  },
  'bad-duration': {
    before: ['49 |     opens: { inject: call }', '50 |     within: 30', '   |             ^^'],
    after: ['50 |     within: 100m'],
  },
  'bad-level': {
    before: [
      '83 |     if-not: nudge',
      '84 |     services: { mail: 20 }',
      '   |                       ^^',
    ],
  },
  'bad-id': { before: ['1 | hot-wash: { 1st: Why? }', '  |             ^^^'] },
  'reserved-id': {
    before: [
      '1 | hot-wash: { q: Why?, constructor: How? }',
      '  |                      ^^^^^^^^^^^',
    ],
  },
  'bad-format': {
    before: [
      '7 | languages: [da, en]',
      '8 | threat-basis: { title: Assessment, date: 2025-13-01 }',
      '  |                                          ^^^^^^^^^^',
    ],
    after: ['8 | threat-basis: { title: Assessment, date: 2025-09-01 }'],
  },
  'out-of-range': {
    before: ['10 | length: 4h', '11 | pace: 99999', '   |       ^^^^^'],
    after: ['11 | pace: 12'],
  },
  'missing-language': { before: ['1 | hot-wash: { q: { da: Hvorfor? } }', '  |             ^'] },
  'bad-start': {
    before: [
      '8 | threat-basis: { title: Assessment, date: 2025-09-01 }',
      '9 | starts: 2026-09-18T02:10 Europe/Kopenhavn',
      '  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
    after: ['9 | starts: 2026-09-18T02:10 Europe/Copenhagen'],
  },
  'unknown-parameter': {
    before: [
      '74 |     title: { da: Opkald, en: Call }',
      '75 |     body: { da: "Der er ${hvad} galt.", en: Something is wrong. }',
      '   |                 ^^^^^^^^^^^^^^^^^^^^^^',
    ],
    after: ['75 |     body: { da: Der er noget galt., en: Something is wrong. }'],
  },
  'parameter-unused': {
    before: [
      '13 | begins: alarm',
      '14 | parameters: { customers: 3 }',
      '   |                          ^',
    ],
  },
  'unknown-setting': { before: ['1 | beredt: 1', '  | ^'] },
  'bad-setting': {
    before: [
      '13 | begins: alarm',
      '14 | parameters: { customers: 3 }',
      '   |                          ^',
    ],
  },
  'each-not-template': {
    before: ['29 |   early-warning:', '30 |     each: town', '   |           ^^^^'],
  },
  'each-twice': {
    before: [
      '14 | organisations:',
      '15 |   towns: { name: "${each} Kommune", each: [Nordby, nordby] }',
      '   |                                                    ^^^^^^',
    ],
  },
  'each-too-many': {
    before: ['1027 |   t996: { each: towns }', '1028 |   t997: { each: towns }', '     |   ^^^^'],
  },
  'template-several': {
    before: [
      '21 | …erator, seats: 1-3, deputy: mayor }',
      '   |                              ^^^^^',
    ],
  },
  'unknown-reference': {
    before: ['19 | …erator, seats: 1-3, deputy: bos }', '   |                              ^^^'],
    after: [
      '19 |   duty: { name: { da: Vagt, en: Duty officer }, organisation: operator, seats: 1-3, deputy: boss }',
    ],
  },
  'unknown-catalogue': {
    before: ['37 |     within: 60m', '38 |     clock: nis2.early', '   |            ^^^^^^^^^^'],
    after: ['38 |     clock: nis2.early_warning'],
  },
  'unknown-option': {
    before: [
      '62 | …{ decision: disconnect, is: cutt } }] }',
      '   |                              ^^^^',
    ],
    after: [
      '62 |     gate: { all: [{ task: early-warning, is: done }, { not: { decision: disconnect, is: cut } }] }',
    ],
  },
  'ambiguous-id': {
    before: ['18 | roles:', '19 |   town: { name: Town, organisation: town }', '   |   ^^^^'],
  },
  'self-reference': {
    before: ['19 | …erator, seats: 1-3, deputy: duty }', '   |                              ^^^^'],
    after: [
      '19 |   duty: { name: { da: Vagt, en: Duty officer }, organisation: operator, seats: 1-3, deputy: boss }',
    ],
  },
  'variant-of-itself': {
    before: ['27 | …ing: TLP:AMBER, variant-of: leak }', '   |                              ^^^^'],
    after: [
      '27 |   leak: { text: { da: Data er lækket, en: Data has leaked }, true-from: 1h, marking: TLP:AMBER }',
    ],
  },
  'variant-of-variant': {
    before: [
      '25 | facts:',
      '26 |   rumour: { text: { da: Alt er væk, en: All is gone }, variant-of: leak }',
      '   |                                                                    ^^^^',
    ],
  },
  'duplicate-entry': {
    before: [
      '33 |     support: []',
      '34 |     consulted: [lead, lead]',
      '   |                       ^^^^',
    ],
    after: ['34 |     consulted: [lead]'],
  },
  'identical-rows': {
    before: [
      '1 | hot-wash: { again: { da: Hvad gik godt?, en: What went well? } }',
      '  |             ^^^^^',
    ],
  },
  'condition-empty': {
    before: ['48 |     needs: [leak]', '49 |     opens: {}', '   |     ^^^^^'],
    after: ['49 |     opens: { inject: call }'],
  },
  'condition-several': {
    before: [
      '48 |     needs: [leak]',
      '49 |     opens: { inject: call, phase: alarm }',
      '   |     ^^^^^',
    ],
    after: ['49 |     opens: { inject: call }'],
  },
  'condition-state': {
    before: [
      '61 |     length: 1h',
      '62 |     gate: { all: [{ task: early-warning, is: finished }, { not: { decision: disconnect, is: cut } }]',
      '   |                                              ^^^^^^^^',
    ],
    after: [
      '62 |     gate: { all: [{ task: early-warning, is: done }, { not: { decision: disconnect, is: cut } }] }',
    ],
  },
  'condition-by': {
    before: [
      '35 |     needs: [encrypted]',
      '36 |     starts: { fact: encrypted }',
      '   |     ^^^^^^',
    ],
    after: ['36 |     starts: { fact: encrypted, opened-by: [duty, boss] }'],
  },
  'condition-stray': {
    before: [
      '63 |     next:',
      '64 |       - { when: { time-after: 3h, is: now }, to: restore }',
      '   |                                       ^^^',
    ],
    after: ['64 |       - { when: { time-after: 3h }, to: restore }'],
  },
  'condition-impossible': {
    before: [
      '67 | injects:',
      '68 |   x: { when: { inject: x }, from: press, to: lead, channel: sms, title: T, body: B }',
      '   |                        ^',
    ],
  },
  'no-accountable': { before: ['28 | tasks:', '29 |   early-warning:', '   |   ^^^^^^^^^^^^^'] },
  'several-accountable': {
    before: [
      '30 |     title: { da: Tidlig varsling, en: Early warning }',
      '31 |     accountable: [boss, press]',
      '   |     ^^^^^^^^^^^',
    ],
    after: ['31 |     accountable: boss'],
  },
  'no-responsible': { before: ['28 | tasks:', '29 |   early-warning:', '   |   ^^^^^^^^^^^^^'] },
  'conflicting-letters': {
    before: ['32 |     responsible: [duty]', '33 |     support: [duty]', '   |               ^^^^'],
    after: ['33 |     support: []'],
  },
  'ambiguity-unneeded': {
    before: [
      '32 |     responsible: [duty]',
      '33 |     ambiguity: It is meant',
      '   |                ^^^^^^^^^^^',
    ],
    after: ['33 |     support: []'],
  },
  'role-receives-nothing': {
    before: [
      '20 |   boss: { name: { da: Driftschef, en: Manager }, organisation: operator }',
      '21 |   lead: { name: { da: Kriseleder, en: Crisis lead }, organisation: town }',
      '   |   ^^^^',
    ],
  },
  'role-idle': {
    before: ['18 | roles:', '19 |   late: { name: Late, organisation: media }', '   |   ^^^^'],
  },
  'organisation-empty': {
    before: ['14 | organisations:', '15 |   club: { name: Club }', '   |   ^^^^'],
  },
  'reaches-nobody': {
    before: ['85 |     from: lead', '86 |     to: [press, media]', '   |     ^^'],
    after: ['85 |     from: press', '86 |     to: operator'],
  },
  'simcell-expected': {
    before: [
      '78 |     expect:',
      '79 |       - { role: press, does: acknowledge, within: 10m }',
      '   |                 ^^^^^',
    ],
    after: ['79 |       - { role: duty, does: acknowledge, within: 10m }'],
  },
  'simcell-alone': { before: ['43 | decisions:', '44 |   disconnect:', '   |   ^^^^^^^^^^'] },
  'role-without-part': {
    before: [
      '18 | roles:',
      '19 |   spare: { name: Spare, organisation: operator }',
      '   |   ^^^^^',
    ],
  },
  'same-duty': {
    before: [
      '38 |     within: 60m',
      '39 |     clock: nis2.early_warning',
      '   |            ^^^^^^^^^^^^^^^^^^',
    ],
  },
  'sender-receives': {
    before: ['103 |     from: press', '104 |     to: [lead, press]', '    |                ^^^^^'],
    after: ['104 |     to: [lead]'],
  },
  'interface-inside': {
    before: [
      '41 | interfaces:',
      '42 |   IF-09: { catalogue: IF-09, from: lead, to: [lead], carries: [encrypted], within: 30m }',
      '   |                                               ^^^^',
    ],
    after: [
      '42 |   IF-09: { catalogue: IF-09, from: duty, to: [lead], carries: [encrypted], within: 30m }',
    ],
  },
  'no-authority': {
    before: [
      '45 |     question: { da: Skal vi koble fra?, en: Do we disconnect? }',
      '46 |     authority: []',
      '   |     ^^^^^^^^^',
    ],
    after: ['46 |     authority: [boss]'],
  },
  'too-few-options': {
    before: ['52 |     phase: alarm', '53 |     options:', '   |     ^^^^^^^'],
    after: [
      '51 |     default: stay',
      '52 |     phase: alarm',
      '53 |     options:',
      '54 |       cut: { title: { da: Kobl fra, en: Cut }, goto: contained }',
      '55 |       stay: { title: { da: Bliv på, en: Stay } }',
    ],
  },
  'default-not-option': {
    before: ['50 |     within: 100m', '51 |     default: wait', '   |              ^^^^'],
    after: ['51 |     default: stay'],
  },
  'goto-without-phase': {
    before: [
      '52 |     options:',
      '53 |       cut: { title: { da: Kobl fra, en: Cut }, goto: contained }',
      '   |                                                      ^^^^^^^^^',
    ],
  },
  'goto-same-phase': {
    before: [
      '53 |     options:',
      '54 |       cut: { title: { da: Kobl fra, en: Cut }, goto: alarm }',
      '   |                                                      ^^^^^',
    ],
    after: ['54 |       cut: { title: { da: Kobl fra, en: Cut }, goto: contained }'],
  },
  'needs-too-late': {
    before: ['47 |     consult: [lead]', '48 |     needs: [leak]', '   |             ^^^^'],
  },
  'service-cycle': {
    before: [
      '111 |   best: { da: Hvad gik godt?, en: What went well? }',
      '112 | services: { mail: { title: Mail, depends-on: [net] }, net: { title: Net, depends-on: [mail] } }',
      '    |                                  ^^^^^^^^^^',
    ],
  },
  'service-unchanged': {
    before: [
      '111 |   best: { da: Hvad gik godt?, en: What went well? }',
      '112 | services: { mail: { title: Mail } }',
      '    |             ^^^^',
    ],
  },
  'service-not-restored': {
    before: [
      '111 |   best: { da: Hvad gik godt?, en: What went well? }',
      '112 | services: { mail: { title: Mail } }',
      '    |             ^^^^',
    ],
  },
  'restores-nothing': {
    before: [
      '40 |     objectives: [notify]',
      '41 |     restores: { mail: 0% }',
      '   |                       ^^',
    ],
  },
  'phase-unreachable': {
    before: ['56 | phases:', '57 |   attic: { title: Late, length: 1h }', '   |   ^^^^^'],
  },
  'phase-too-late': {
    before: ['56 | phases:', '57 |   late: { title: Late, length: 1h }', '   |   ^^^^'],
  },
  'phase-never-left': {
    before: [
      '57 |   alarm: { title: Alarm, length: 2h, next: spreading }',
      '58 |   contained: { title: { da: Inddæmmet, en: Contained }, next: restore }',
      '   |   ^^^^^^^^^',
    ],
    after: [
      '58 |   contained: { title: { da: Inddæmmet, en: Contained }, length: 1h, next: restore }',
    ],
  },
  'next-same-phase': {
    before: [
      '63 |     next:',
      '64 |       - { when: { time-after: 3h }, to: spreading }',
      '   |                                         ^^^^^^^^^',
    ],
    after: ['64 |       - { when: { time-after: 3h }, to: restore }'],
  },
  'no-endex': { before: ['12 | marking: TLP:GREEN', '13 | begins: alarm', '   |         ^^^^^'] },
  'branch-without-else': {
    before: [
      '62 |     gate: { all: [{ task: early-warning, is: done }, { not: { decision: disconnect, is: cut } }] }',
      '63 |     next:',
      '   |     ^^^^',
    ],
  },
  'branch-after-else': {
    before: [
      '65 |       - { to: contained }',
      '66 |       - { to: restore }',
      '   |         ^^^^^^^^^^^^^^^',
    ],
  },
  'too-many-threads': {
    before: [
      '123 |   t5: { title: T5, begins: p5 }',
      '124 |   t6: { title: T6, begins: p6 }',
      '    |   ^^',
    ],
  },
  'thread-without-phases': {
    before: ['110 | threads:', '111 |   media: { title: Media, begins: alarm }', '    |   ^^^^^'],
  },
  'begins-elsewhere': {
    before: [
      '111 | threads:',
      '112 |   media: { title: Media, begins: alarm }',
      '    |                                  ^^^^^',
    ],
  },
  'way-across-threads': {
    before: [
      '56 | phases:',
      '57 |   calm: { title: Calm, thread: media, length: 1h, next: restore }',
      '   |                                                         ^^^^^^^',
    ],
  },
  'decision-mixes-threads': {
    before: ['51 |     default: stay', '52 |     phase: [alarm, calm]', '   |     ^^^^^'],
  },
  'no-trigger': {
    before: [
      '67 | injects:',
      '68 |   x: { from: press, to: lead, channel: sms, title: T, body: B }',
      '   |   ^',
    ],
  },
  'several-triggers': {
    before: [
      '67 | injects:',
      '68 |   x: { at: 1h, when: { phase: alarm }, from: press, to: lead, channel: sms, title: T, body: B }',
      '   |                ^^^^',
    ],
  },
  'after-subject': {
    before: [
      '67 | injects:',
      '68 |   x: { after: { delay: 1h }, from: press, to: lead, channel: sms, title: T, body: B }',
      '   |        ^^^^^',
    ],
  },
  'outside-exercise': {
    before: [
      '67 | injects:',
      '68 |   x: { at: 9h, from: press, to: lead, channel: sms, title: T, body: B }',
      '   |            ^^',
    ],
  },
  'inject-never-released': {
    before: [
      '67 | injects:',
      '68 |   x: { at: 3h, phase: alarm, from: press, to: lead, channel: sms, title: T, body: B }',
      '   |            ^^',
    ],
  },
  'trigger-cycle': {
    before: [
      '67 | injects:',
      '68 |   x: { after: { inject: y }, from: press, to: lead, channel: sms, title: T, body: B }',
      '   |                         ^',
    ],
  },
  'if-not-triggered': { before: ['84 |   nudge:', '85 |     at: 30m', '   |         ^^^'] },
  'if-not-without-expectations': {
    before: [
      '67 | injects:',
      '68 |   x: { at: 1h, if-not: nudge, from: press, to: lead, channel: sms, title: T, body: B }',
      '   |                        ^^^^^',
    ],
  },
  'expectation-incomplete': {
    before: [
      '78 |     expect:',
      '79 |       - { role: duty, does: acknowledge }',
      '   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
    after: ['79 |       - { role: duty, does: acknowledge, within: 10m }'],
  },
  'expectation-stray': {
    before: [
      '78 |     expect:',
      '79 |       - { role: duty, does: acknowledge, decision: disconnect, within: 10m }',
      '   |                                                    ^^^^^^^^^^',
    ],
    after: ['79 |       - { role: duty, does: acknowledge, within: 10m }'],
  },
  'expectation-elsewhere': {
    before: [
      '78 |     expect:',
      '79 |       - { role: lead, does: acknowledge, within: 10m }',
      '   |                 ^^^^',
    ],
    after: ['79 |       - { role: duty, does: acknowledge, within: 10m }'],
  },
  'duplicate-expectation': {
    before: [
      '80 |       - { role: boss, does: declare, within: 2h }',
      '81 |       - { id: warned, role: duty, does: message, to: town, facts: [encrypted], within: 30m }',
      '   |               ^^^^^^',
    ],
  },
  'window-after-end': {
    before: [
      '79 |       - { role: duty, does: acknowledge, within: 10m }',
      '80 |       - { role: boss, does: declare, within: 5h }',
      '   |                                              ^^',
    ],
    after: ['80 |       - { role: boss, does: declare, within: 2h }'],
  },
  'marking-too-open': {
    before: [
      '97 |     body: { da: Hvad ved vi?, en: What do we know? }',
      '98 |     facts: [leak]',
      '   |             ^^^^',
    ],
  },
  'marking-not-cleared': {
    before: ['92 |     from: lead', '93 |     to: all', '   |         ^^^'],
  },
  'fact-too-early': {
    before: [
      '75 |     body: { da: Der er noget galt., en: Something is wrong. }',
      '76 |     facts: [encrypted, leak]',
      '   |                        ^^^^',
    ],
    after: ['76 |     facts: [encrypted]'],
  },
  'bank-sender': {
    before: [
      '110 | bank:',
      '111 |   x: { from: lead, channel: phone, title: T, body: B }',
      '    |              ^^^^',
    ],
  },
  'bank-id-taken': {
    before: [
      '110 | bank:',
      '111 |   call: { from: press, channel: phone, title: T, body: B }',
      '    |   ^^^^',
    ],
  },
  'question-never-asked': {
    before: [
      '110 | polls:',
      '111 |   p: { after: { inject: call, delay: 5h }, to: lead, asks: owner-of, task: early-warning }',
      '    |                                      ^^',
    ],
  },
  'asks-nobody': {
    before: [
      '110 | polls:',
      '111 |   p: { at: 1h, to: press, asks: owner-of, task: early-warning }',
      '    |                    ^^^^^',
    ],
  },
  'poll-too-early': {
    before: [
      '110 | polls:',
      '111 |   p: { at: 30m, to: lead, asks: owner-of, task: early-warning }',
      '    |            ^^^',
    ],
  },
  'probe-without-choice': {
    before: [
      '110 | probes:',
      '111 |   p: { at: 1h, question: Q, options: { a: A }, to: lead }',
      '    |                             ^^^^^^^',
    ],
  },
  'truth-not-option': {
    before: [
      '110 | probes:',
      '111 |   p: { at: 1h, question: Q, options: { a: A, b: B }, truth: c, to: lead }',
      '    |                                                             ^',
    ],
  },
  'file-missing': {
    before: ['82 |     if-not: nudge', '83 |     files: [a.png]', '   |             ^^^^^'],
  },
  'file-outside': {
    before: ['82 |     if-not: nudge', '83 |     files: [../a.png]', '   |             ^^^^^^^^'],
  },
  'file-kind': {
    before: ['82 |     if-not: nudge', '83 |     files: [a.svg]', '   |             ^^^^^'],
  },
  'attachment-too-large': {
    before: ['82 |     if-not: nudge', '83 |     files: [a.png]', '   |             ^^^^^'],
  },
  'fact-not-carried': {
    before: [
      '26 |   encrypted: { text: { da: Filer er krypteret, en: Files are encrypted } }',
      '27 |   leak: { text: { da: Data er lækket, en: Data has leaked }, true-from: 1h, marking: TLP:AMBER }',
      '   |   ^^^^',
    ],
  },
  'fact-not-needed': {
    before: [
      '26 |   encrypted: { text: { da: Filer er krypteret, en: Files are encrypted } }',
      '27 |   leak: { text: { da: Data er lækket, en: Data has leaked }, true-from: 1h, marking: TLP:AMBER }',
      '   |   ^^^^',
    ],
  },
  'objective-unused': {
    before: [
      '23 | objectives:',
      '24 |   other: { title: T, capability: information }',
      '   |   ^^^^^',
    ],
  },
  'interface-never-starts': {
    before: [
      '40 | interfaces:',
      '41 |   IF-09: { catalogue: IF-09, from: duty, to: [lead], carries: [encrypted], within: 30m }',
      '   |   ^^^^^',
    ],
  },
  'clock-unprompted': {
    before: [
      '37 |     within: 60m',
      '38 |     clock: nis2.early_warning',
      '   |            ^^^^^^^^^^^^^^^^^^',
    ],
  },
  'not-analysable': { before: ['1 | beredt: 1', '  | ^'] },
  'catalogue-out-of-date': {
    before: ['37 |     within: 60m', '38 |     clock: old.rule', '   |            ^^^^^^^^'],
    after: ['38 |     clock: nis2.early_warning'],
  },
  'threat-basis-old': {
    before: [
      '7 | languages: [da, en]',
      '8 | threat-basis: { title: Assessment, date: 2023-09-01 }',
      '  |                                          ^^^^^^^^^^',
    ],
    after: ['8 | threat-basis: { title: Assessment, date: 2025-09-01 }'],
  },
  'acceptance-code': {
    before: [
      '110 | accept:',
      '111 |   - { code: role-idel, at: roles.duty, because: Known }',
      '    |             ^^^^^^^^^',
    ],
  },
  'acceptance-of-error': {
    before: [
      '110 | accept:',
      '111 |   - { code: default-not-option, at: decisions.disconnect, because: Known }',
      '    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
  },
  'acceptance-unused': {
    before: [
      '110 | accept:',
      '111 |   - { code: role-idle, at: roles.duty, because: Known }',
      '    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
  },
  'catalogue-confidence': {
    before: ['30 | … (from memory), confidence: high }', '   |                              ^^^^'],
  },
  'catalogue-dates': {
    before: [
      '19 |     valid-from: 2021-01-01',
      '20 |     valid-to: 2020-01-01',
      '   |               ^^^^^^^^^^',
    ],
  },
};
