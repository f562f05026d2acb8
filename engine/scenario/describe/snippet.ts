/**
 * Rows that an editor can write out, to be filled in. Knows: what a good row begins with.
 * Does not know: the schema (a test holds each row to it).
 */
import type { Section } from '../schema.ts';

/** A body in the form of VS Code's snippets: `${1:…}` is where the cursor stands first. */
export type Snippet = {
  readonly label: string;
  readonly description: string;
  readonly body: Readonly<Record<string, unknown>>;
};

const text = (stop: number, da: string, en: string): object => ({
  da: `\${${stop}:${da}}`,
  en: `\${${stop + 1}:${en}}`,
});

export const snippets: { readonly [S in Section]?: readonly Snippet[] } = {
  roles: [
    {
      label: 'ny rolle / new role',
      description:
        'En rolle med navn, organisation og briefing / A role with name, organisation, briefing',
      body: {
        '${1:role-id}': {
          name: text(2, 'Navn', 'Name'),
          organisation: '${4:organisation-id}',
          seats: '${5:1-2}',
          briefing: text(6, 'Det ved rollen på forhånd.', 'What the role knows beforehand.'),
        },
      },
    },
  ],
  facts: [
    {
      label: 'ny oplysning / new fact',
      description: 'En afgørende oplysning / A decisive fact',
      body: {
        '${1:fact-id}': {
          text: text(2, 'Oplysningen i én sætning.', 'The fact in one sentence.'),
          domain: '${4|digital,physical,both|}',
          'true-from': '${5:0m}',
        },
      },
    },
  ],
  tasks: [
    {
      label: 'ny opgave / new task',
      description:
        'En opgave med A, R, oplysninger og frist / A task with A, R, facts and time limit',
      body: {
        '${1:task-id}': {
          title: text(2, 'Opgaven', 'The task'),
          accountable: '${4:role-id}',
          responsible: ['${5:role-id}'],
          needs: ['${6:fact-id}'],
          starts: { fact: '${7:fact-id}', 'opened-by': ['${8:role-id}'] },
          within: '${9:60m}',
        },
      },
    },
  ],
  decisions: [
    {
      label: 'ny beslutning / new decision',
      description: 'En beslutning med to handlemuligheder / A decision with two options',
      body: {
        '${1:decision-id}': {
          question: text(2, 'Skal vi …?', 'Shall we …?'),
          authority: ['${4:role-id}'],
          opens: { inject: '${5:inject-id}' },
          within: '${6:30m}',
          default: '${7:no}',
          options: {
            '${8:yes}': { title: text(9, 'Ja', 'Yes') },
            '${7:no}': { title: text(11, 'Nej', 'No') },
          },
        },
      },
    },
  ],
  phases: [
    {
      label: 'ny fase / new phase',
      description:
        'En fase med længde og det, der følger / A phase with its length and what follows',
      body: {
        '${1:phase-id}': {
          title: text(2, 'Fasen', 'The phase'),
          length: '${4:2h}',
          next: '${5:phase-id}',
        },
      },
    },
  ],
  injects: [
    {
      label: 'nyt indspil / new inject',
      description: 'Et indspil på et tidspunkt / An inject at a time',
      body: {
        '${1:inject-id}': {
          at: '${2:10m}',
          from: { name: '${3:Afsender}' },
          to: ['${4:role-id}'],
          channel:
            '${5|phone,email,sms,radio,letter,news,social,alarm,broadcast,sitrep,meeting,portal|}',
          title: text(6, 'Overskrift', 'Heading'),
          body: text(8, 'Det, modtageren ser eller hører.', 'What the receiver sees or hears.'),
          expect: [{ role: '${4:role-id}', does: 'acknowledge', within: '${10:15m}' }],
        },
      },
    },
    {
      label: 'nyt reserveindspil / new contingency inject',
      description: 'Sendes af et andet indspils if-not / Sent by another inject’s if-not',
      body: {
        '${1:inject-id}': {
          from: { name: '${2:Afsender}' },
          to: ['${3:role-id}'],
          channel:
            '${4|phone,email,sms,radio,letter,news,social,alarm,broadcast,sitrep,meeting,portal|}',
          title: text(5, 'Overskrift', 'Heading'),
          body: text(7, 'Det, modtageren ser eller hører.', 'What the receiver sees or hears.'),
        },
      },
    },
  ],
  bank: [
    {
      label: 'ny tekst i banken / new text in the bank',
      description:
        'En forberedt tekst, som øvelsesledelsen sender / A prepared text that control sends',
      body: {
        '${1:text-id}': {
          from: { name: '${2:Afsender}' },
          channel:
            '${3|phone,email,sms,radio,letter,news,social,alarm,broadcast,sitrep,meeting,portal|}',
          title: text(4, 'Overskrift', 'Heading'),
          body: text(6, 'Det, modtageren ser eller hører.', 'What the receiver sees or hears.'),
        },
      },
    },
  ],
};
