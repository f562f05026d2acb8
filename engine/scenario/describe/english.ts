/** Knows: what each key of the language means, in English. Does not know: where it is shown. */
import type { Meanings } from './meaning.ts';

export const english: Meanings = {
  // At the top of scenario.yaml
  beredt: 'The format of the language. Write 1: it tells Beredt how to read the rest.',
  id: 'The scenario’s own name in references, file names and reports. Small letters, digits and hyphens.',
  version:
    'The scenario’s version as three numbers. Raise it when you change something, so that a report can say which edition was exercised.',
  title: 'The scenario’s title as the players see it.',
  summary: 'The story in a few lines for those who plan and run the exercise.',
  purpose: 'The aim: what the exercise is to show, and to whom. It opens the report.',
  'content-warning':
    'What in the story may be hard on a player, and how to step out. Shown before the exercise begins.',
  kind: 'What kind of exercise it is. The report names it.',
  languages:
    'The languages the texts exist in. Every text must then exist in each of them, or the checker says so.',
  'threat-basis':
    'The threat assessment the scenario builds on. You are warned when it is more than two years older than the story.',
  'threat-basis.title': 'The title of the threat assessment.',
  'threat-basis.date': 'The day the threat assessment was published: year-month-day.',
  'threat-basis.url': 'Where the threat assessment can be read.',
  starts:
    'The story’s date, time and time zone at the start of the exercise. All times that players see are counted from it, daylight saving included.',
  length: 'How long the exercise lasts in exercise time. When that has passed, it ends.',
  pace: 'Exercise minutes per real minute. 12 means that five minutes at the table are an hour in the story. The facilitator can change it on the way.',
  marking:
    'The TLP marking that holds where a fact or an inject has none of its own. Markings are not translated.',
  begins: 'The phase in which the story begins.',
  letters:
    'Whether the players see their own role’s letters in the responsibility plan (A, R, S, C, I) beside each task. `hidden` is the default: to know them is what is exercised. With `shown` a role sees its own letters, never those of others.',
  parameters:
    'Values that texts fetch with `${name}`. One scenario can then be exercised in several sizes and under several names without being rewritten.',
  'parameters.*':
    'A text or a number. `${name}` is replaced by it in texts and times; where the whole field is `${name}`, the value keeps its type. `$${` gives a plain `${`.',
  accept: 'Warnings that you have looked at and stand by. The reason travels with the scenario.',
  'accept.code': 'The warning’s code as `beredt check` shows it. Errors cannot be accepted.',
  'accept.at': 'The place the warning is about: the way down from the section, with dots between.',
  'accept.because': 'Why it is all right. Whoever reads the scenario next must be able to see it.',

  // organisations
  organisations: 'The authorities, companies and others that the roles belong to.',
  'organisations.*':
    'An organisation. Its id can be a receiver: all of its roles then get the inject.',
  'organisations.*.name':
    'The organisation’s name as the players see it. In a template `${each}` is the instance’s name.',
  'organisations.*.sector':
    'The organisation’s sector. Use the same word for everyone in it, such as `health`.',
  'organisations.*.catalogue':
    'The role in the catalogue shipped with Beredt that the organisation corresponds to, with its mandate and source.',
  'organisations.*.cleared-for':
    'The strictest TLP marking that the organisation’s roles may receive. Without it they may receive anything.',
  'organisations.*.each':
    'Makes the organisation a template: one instance per name, such as `kommune/nordby`. Its roles, and the rows that say `each:`, are repeated for every one of them.',
  'organisations.*.each.name': 'The instance’s name. `${each}` in the template’s texts becomes it.',
  'organisations.*.each.id':
    'The instance’s id after the slash, where it is not to be made from the name. Other keys are the instance’s own values: `residents: 12000` is fetched with `${each.residents}`.',

  // roles
  roles: 'The posts that players sit in, and those that the SimCell plays.',
  'roles.*':
    'A role is a post in an organisation, not a person. Several can share it, and the report speaks of the role.',
  'roles.*.name': 'The role’s name as everyone in the exercise sees it.',
  'roles.*.organisation':
    'The organisation it belongs to. Where that is a template there will be one role per instance: `kommune/nordby/crisis-lead`.',
  'roles.*.seats': 'How many share the role: a number, or the least and the most.',
  'roles.*.deputy':
    'The role’s deputy. When it steps in, the report calls that deputising and not drift of responsibility.',
  'roles.*.played-by':
    'Who plays the role: a player or the SimCell. The SimCell’s roles have no seat and are not evaluated.',
  'roles.*.briefing':
    'What the role knows before it starts: mandate, agreements, habits. Read by the role alone.',
  'roles.*.cleared-for':
    'The strictest TLP marking that the role may receive. Without it the organisation’s holds.',

  // objectives
  objectives: 'The objectives: what the exercise is to test. The report gathers evidence for each.',
  'objectives.*':
    'An objective. Name its id under `objectives:` in the injects, tasks and decisions that exercise it.',
  'objectives.*.title': 'The objective in a few words.',
  'objectives.*.description':
    'What one wants to see when it has been reached: what the evaluator looks for.',
  'objectives.*.capability':
    'Which of the five core tasks of crisis management it falls under. The report is divided by them.',

  // facts
  facts:
    'The decisive information. The report follows each piece from role to role: who knew what, when?',
  'facts.*':
    'A fact. It enters the exercise with an inject that names it under `facts:`, and travels on in the players’ messages.',
  'facts.*.each': 'The template that the fact is repeated for: one fact per instance.',
  'facts.*.text': 'The fact in one or two sentences, as one would tell it to a colleague.',
  'facts.*.domain': 'Whether the fact concerns the digital, the physical or both.',
  'facts.*.true-from':
    'From when the fact is true in the story. You are warned when an earlier inject carries it.',
  'facts.*.marking': 'The fact’s TLP marking. Without it the scenario’s holds.',
  'facts.*.certainty':
    'How certain the fact is when an inject brings it. The receiver sees it on the inject; where nothing is written, it counts as confirmed.',
  'facts.*.variant-of':
    'The fact of which this is another, changed version: a rumour, a wrong number. Nobody in the exercise sees it; the report shows who passed the wrong one on, and when it was put right.',

  // tasks
  tasks:
    'The responsibility plan: which tasks the crisis sets, and who has which part in them. The report holds the plan against what was done.',
  'tasks.*':
    'A task with exactly one accountable role and at least one responsible. It begins when `starts:` holds and must be done within `within:`.',
  'tasks.*.each': 'The template that the task is repeated for: one task per instance.',
  'tasks.*.title': 'The task’s name as the players see it.',
  'tasks.*.description': 'What the task consists of, and when it is done.',
  'tasks.*.accountable': 'Accountable (A): the one role that answers for the task being done.',
  'tasks.*.responsible': 'Responsible (R): the roles that carry out the task. At least one.',
  'tasks.*.support': 'Support (S): roles that help when they are asked to.',
  'tasks.*.consulted': 'Consulted (C): roles that are to be asked before anyone acts.',
  'tasks.*.informed': 'Informed (I): roles that are to be told when the task is done.',
  'tasks.*.needs':
    'The facts one must have to do the task. The report shows whether those who needed them had them in time.',
  'tasks.*.starts':
    'The condition for the task to be on. The time limit counts from then. Without it the task begins when the exercise does.',
  'tasks.*.within':
    'The time limit: how long may pass from the task’s beginning until it is done. A task that nobody has taken by then is a responsibility gap.',
  'tasks.*.clock':
    'The statutory deadline in the catalogue that the task meets. It runs from when the accountable role’s organisation declares that it is aware of the matter.',
  'tasks.*.interface': 'The interface that the task makes use of.',
  'tasks.*.restores':
    'The services that the task restores once it is done, and how far up they come. A task never lowers a level.',
  'tasks.*.restores.*':
    'The level of service once the task is done, in whole per cent. Where data were lost, write `{ level: …, data-gap: … }`.',
  'tasks.*.restores.*.level': 'The level of service once the task is done: `1%` to `100%`.',
  'tasks.*.restores.*.data-gap':
    'How old the restored data are. The report holds it up against the service’s `rpo:`.',
  'tasks.*.critical': 'True if the task must not fail. It counts twice in the report’s mean.',
  'tasks.*.domain': 'Whether the task concerns the digital, the physical or both.',
  'tasks.*.objectives': 'The objectives that the task exercises.',
  'tasks.*.ambiguity':
    'Says that the plan’s doubt is meant: that two roles, or none, are accountable. Write why.',

  // services
  services:
    'The services: what can fail and must be restored. The report shows the level of service over time, the loss, time down against the RTO, and the order. Roles do not see the services’ state; they see only what injects tell.',
  'services.*':
    'A service. It works in full at the start of the exercise; injects lower it with `services:`, and tasks restore it with `restores:`.',
  'services.*.title': 'The service’s name as the report has it.',
  'services.*.depends-on':
    'The services that it rests on. If it is restored before them, the report calls the order broken.',
  'services.*.owner':
    'The role that owns the service. The report puts its question about time down to it.',
  'services.*.rto':
    'RTO, the longest acceptable time down: from when the service is lowered until it works in full again.',
  'services.*.rpo': 'RPO, the largest acceptable loss of data: how old the restored data may be.',
  'services.*.weight': 'How much the service counts in the total loss. 2 counts double.',

  // interfaces
  interfaces:
    'The interfaces: where organisations meet, and who must tell whom what. The report shows which were used, and when.',
  'interfaces.*':
    'An interface, from the catalogue or your own. It has been used when a receiver has opened a message from a sender with one of its facts.',
  'interfaces.*.each': 'The template that the interface is repeated for: one per instance.',
  'interfaces.*.title': 'The interface’s name. Without it the catalogue’s name is used.',
  'interfaces.*.catalogue':
    'The interface in the register shipped with Beredt that this one corresponds to.',
  'interfaces.*.from': 'The roles that must tell something.',
  'interfaces.*.to': 'The roles that must be told.',
  'interfaces.*.carries': 'The facts that must cross the interface.',
  'interfaces.*.starts':
    'The condition for the interface to be needed. The time limit counts from then.',
  'interfaces.*.within': 'How soon the interface must be used once `starts:` holds.',

  // decisions
  decisions:
    'The decisions that the crisis calls for, with their options. A decision can move the story to another phase.',
  'decisions.*':
    'A decision. It opens when `opens:` holds, and must be made within `within:` by a role that has the authority.',
  'decisions.*.each': 'The template that the decision is repeated for: one decision per instance.',
  'decisions.*.question': 'The question to be settled, as the players see it.',
  'decisions.*.description': 'Background to the question: what speaks for and against.',
  'decisions.*.authority':
    'The roles with the authority to make the decision. If another makes it, the report says so.',
  'decisions.*.consult': 'The roles that should be consulted before the decision is made.',
  'decisions.*.inform': 'The roles that see the decision once it is made.',
  'decisions.*.needs':
    'The facts that a well-founded decision rests on. The report shows which of them the decider knew.',
  'decisions.*.opens':
    'The condition for the decision to open. The time limit counts from then. Without it the decision opens when the exercise begins.',
  'decisions.*.within': 'How long may pass from the decision’s opening until it is made.',
  'decisions.*.default':
    'The option that holds if the time limit lapses. It is recorded that nobody made the decision.',
  'decisions.*.phase':
    'The phases the story must stand in for an option’s `goto:` to move it. Required where an option has `goto:`.',
  'decisions.*.options': 'The options, at least two. To wait and see is an option as well.',
  'decisions.*.options.*':
    'An option. Its id is used in `default:` and in conditions: `{ decision: disconnect, is: cut }`.',
  'decisions.*.options.*.title': 'The option as the players see it.',
  'decisions.*.options.*.goto': 'The phase that the choice leads to.',
  'decisions.*.domain': 'Whether the decision concerns the digital, the physical or both.',
  'decisions.*.objectives': 'The objectives that the decision exercises.',

  // phases
  phases:
    'The phases of the story. The story stands in one phase at a time and moves on when the phase is over.',
  'phases.*':
    'A phase. It is over when its `length:` has passed or its `gate:` holds, whichever comes first. A phase without `next:` ends the exercise.',
  'phases.*.title': 'The phase’s name. Seen by the facilitator and in the report.',
  'phases.*.description': 'What goes on in the phase.',
  'phases.*.thread':
    'The thread that the phase belongs to. Without it, it belongs to the storyline itself.',
  'phases.*.length': 'The longest the phase can last.',
  'phases.*.gate': 'The condition for the phase to end before its length has passed.',
  'phases.*.next':
    'The next phase. Where that depends on something, write a list of branches: they are tried in order, and the last has no `when:`.',
  'phases.*.next.when':
    'The condition for taking the branch. Without it the branch is always taken.',
  'phases.*.next.to': 'The phase that the branch leads to.',

  // threads
  threads:
    'Up to six threads beside the storyline, such as the media or events on the ground. They run from the start of the exercise and never end it.',
  'threads.*':
    'A thread with phases of its own. The phases say which thread they belong to: `thread: media`.',
  'threads.*.title': 'The thread’s name. Seen by the facilitator and in the report.',
  'threads.*.begins': 'The phase in which the thread begins at the start of the exercise.',

  // injects
  injects:
    'The injects: everything the players get to see and hear. Each is sent at a time, after an event, or when the facilitator wishes.',
  'injects.*':
    'An inject. It has exactly one trigger (`at:`, `after:`, `when:` or `manual: true`); a contingency inject has none, for another inject’s `if-not:` calls it.',
  'injects.*.each': 'The template that the inject is repeated for: one inject per instance.',
  'injects.*.at': 'Trigger: the point in exercise time, counted from the start of the exercise.',
  'injects.*.after':
    'Trigger: once something else has happened and a time has then passed. Name one inject, phase, decision or task.',
  'injects.*.when': 'Trigger: as soon as the condition holds.',
  'injects.*.manual': 'Trigger: the facilitator sends the inject when it fits. Write `true`.',
  'injects.*.phase':
    'The phase or phases that the inject belongs to. It waits until the story is there, and is passed over when the story has gone too far.',
  'injects.*.from':
    'The sender: a role in the exercise, or `{ name: … }` for somebody who exists only in the story and is played by the SimCell.',
  'injects.*.from.name': 'The sender’s name as the receiver sees it.',
  'injects.*.from.played-by': 'Can only be `simcell`: answers to the sender go to the SimCell.',
  'injects.*.to': 'The receivers: roles, organisations (all of their roles) or `all`.',
  'injects.*.channel':
    'How it reaches the receiver. The player sees it as a call, a text message, a news story …',
  'injects.*.domain': 'Whether the inject concerns the digital, the physical or both.',
  'injects.*.marking':
    'The inject’s TLP marking. Without it, it is as strict as the strictest fact that it carries, and at least as the scenario.',
  'injects.*.title': 'The heading as the receiver sees it.',
  'injects.*.body':
    'The content in Markdown. Write what the receiver sees or hears and nothing else; the rest belongs in `notes:`.',
  'injects.*.facts': 'The facts that the inject carries. Whoever opens it knows them from then on.',
  'injects.*.services':
    'What the inject does to services when it is released. A repeated inject does not do it again.',
  'injects.*.services.*':
    'The level of service from then on, in whole per cent: `0%` is down altogether.',
  'injects.*.objectives': 'The objectives that the inject exercises.',
  'injects.*.expect': 'What the receivers are expected to do. Each expectation is measured.',
  'injects.*.expect.id':
    'The expectation’s id, where a condition is to refer to it. Otherwise it is named after the inject and its place in the list: `alarm-call.1`.',
  'injects.*.expect.role': 'The role or roles that are expected to do something.',
  'injects.*.expect.does':
    'The act. Some need one thing more: `task` a task, `decision` a decision, `message` a receiver.',
  'injects.*.expect.task': 'The task that is expected to be done. Goes with `does: task`.',
  'injects.*.expect.decision':
    'The decision that is expected to be made. Goes with `does: decision`.',
  'injects.*.expect.to': 'Who is expected to be told. Goes with `does: message`.',
  'injects.*.expect.facts': 'The facts that the message or the answer must carry.',
  'injects.*.expect.within':
    'How long may pass from the inject’s release until it is done. Required, except with `task` and `decision`, where the task’s or the decision’s own time limit holds otherwise.',
  'injects.*.if-not':
    'The contingency inject that is sent if one of the expectations is not met in time.',
  'injects.*.files':
    'Attachments from the scenario’s folder `files/`: images, pdf, txt or csv, at most 5 MiB each and at most ten.',
  'injects.*.notes': 'For the controller and the evaluator alone. Players never see it.',

  // bank
  bank: 'The bank: texts that lie ready until exercise control wants them. The journalist’s follow-up, a relative who rings again, a simulated role’s answer. Nothing is sent from here by itself.',
  'bank.*':
    'A prepared text. The facilitator sends it as it is or changes it first; where a bot plays the role, the bot answers with the text that fits best. Players see it only once it is sent.',
  'bank.*.each': 'The template that the text is repeated for: one per instance.',
  'bank.*.from':
    'The sender: a role with `played-by: simcell`, or `{ name: … }` for somebody who exists only in the story. Never a player.',
  'bank.*.from.name': 'The sender’s name as the receiver sees it.',
  'bank.*.from.played-by': 'Can only be `simcell`, as in an inject.',
  'bank.*.to':
    'Whom the text is meant for: roles, organisations or `all`. Where it is left out, the facilitator chooses the receivers.',
  'bank.*.channel': 'How it reaches the receiver when it is sent as an inject.',
  'bank.*.title': 'The heading as the receiver sees it. The facilitator finds the text by it.',
  'bank.*.body': 'The content in Markdown: what the receiver sees or hears and nothing else.',
  'bank.*.facts':
    'The facts that the text carries. Whoever opens it knows them from then on. The bank alone is not enough: a fact that the exercise rests on must come with an inject as well.',
  'bank.*.notes':
    'For exercise control alone: when the text is good to have, and what it is to bring out.',

  // polls
  polls:
    'Polls on responsibility: who has the task right now? The answers show perceived responsibility beside the planned and the exercised.',
  'polls.*':
    'A poll about one task. One answers with a role or “don’t know”. Ask seldom: a question can also give the answer away.',
  'polls.*.each': 'The template that the poll is repeated for: one per instance.',
  'polls.*.at': 'Trigger: the point in exercise time, counted from the start of the exercise.',
  'polls.*.after': 'Trigger: once something else has happened and a time has then passed.',
  'polls.*.when': 'Trigger: as soon as the condition holds.',
  'polls.*.manual': 'Trigger: the facilitator asks when it fits. Write `true`.',
  'polls.*.to': 'Who is asked: roles, organisations or `all`.',
  'polls.*.objectives': 'The objectives that the poll throws light on.',
  'polls.*.asks': 'What is asked. There is only one: `owner-of`, who has the task.',
  'polls.*.task': 'The task that is asked about.',

  // probes
  probes:
    'Questions on situation awareness: what do the roles believe is going on? The answers show whether they share a picture.',
  'probes.*': 'One question with possible answers. One can always answer “don’t know”.',
  'probes.*.each': 'The template that the question is repeated for: one per instance.',
  'probes.*.at': 'Trigger: the point in exercise time, counted from the start of the exercise.',
  'probes.*.after': 'Trigger: once something else has happened and a time has then passed.',
  'probes.*.when': 'Trigger: as soon as the condition holds.',
  'probes.*.manual': 'Trigger: the facilitator asks when it fits. Write `true`.',
  'probes.*.to': 'Who is asked: roles, organisations or `all`.',
  'probes.*.objectives': 'The objectives that the question throws light on.',
  'probes.*.question': 'The question as the players see it.',
  'probes.*.options': 'The possible answers.',
  'probes.*.options.*': 'A possible answer and its text.',
  'probes.*.truth':
    'The answer that is right in the story. Without it only agreement between the roles is measured.',

  // hot-wash
  'hot-wash':
    'Questions that every role is asked at the end of the exercise, while it is fresh: the hot wash.',
  'hot-wash.*': 'One open question. The answers are quoted in the report.',

  // Conditions
  'condition.fact': 'The fact is known. Say by whom as well: `known-by:` or `opened-by:`.',
  'condition.known-by': 'All of these roles know the fact.',
  'condition.opened-by': 'At least one of these roles knows the fact.',
  'condition.task':
    'The task is in the state that `is:` names: `open`, `claimed`, `done` or `overdue`.',
  'condition.decision':
    'The decision has been made; or is in the state, or has the option, that `is:` names.',
  'condition.inject':
    'The inject has been released; or is in the state that `is:` names: `opened`, `acknowledged` or `answered`.',
  'condition.expectation':
    'The expectation is met (`is: met`) or past its time (`is: overdue`). Named by its id, or else as `alarm-call.1`.',
  'condition.phase': 'The story stands in the phase.',
  'condition.clock':
    'The statutory deadline of this task is running, met or late. Name the task, not the deadline.',
  'condition.service':
    'A service. `is:` says whether it works in full (`up`) or not at all (`down`); in between it is neither.',
  'condition.is':
    'The state that is asked about. Which there are depends on what the condition is about.',
  'condition.time-after': 'This much exercise time has passed since the start of the exercise.',
  'condition.all': 'All of the conditions in the list hold.',
  'condition.any': 'At least one of the conditions in the list holds.',
  'condition.not':
    'The condition does not hold. Together with `time-after:` it asks whether something failed to happen.',

  // after
  'after.inject': 'The inject that must have been released; or be in the state that `is:` names.',
  'after.phase': 'The phase that must have begun.',
  'after.decision': 'The decision that must have been made; or the option that `is:` names.',
  'after.task': 'The task that must be in the state that `is:` names.',
  'after.is': 'The state or the option that is waited for.',
  'after.delay': 'How long must then pass. Without it, it happens at once.',

  // Texts
  'text.da': 'The text in Danish.',
  'text.en': 'The text in English.',
};
