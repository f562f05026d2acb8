/** Knows: what is said in English about each Problem. Does not know: when it is said. */
import type { Texts } from './code.ts';

const MEND_YAML = 'Mend this line, and check again: what stands after it may be sound.';
const LATER = 'Leave it out; a scenario with it will be accepted by a later version of Beredt.';

export const english: Texts = {
  'no-scenario-file': {
    what: 'The folder has no {file}.',
    why: 'That file holds the title, the start, the length and the first phase.',
    remedy: 'Create {file}, or point to the folder that holds it.',
  },
  'file-too-large': {
    what: 'The file, or the scenario with it, is larger than {limit}.',
    why: 'Files of that size are no longer written by hand, and are not read.',
    remedy: 'Divide the file in several, or take out what is not part of the script.',
  },
  'too-many-files': {
    what: 'The folder holds more than {limit} YAML files.',
    why: 'The files beyond that are not read.',
    remedy: 'Bring injects together in fewer files.',
  },
  'empty-file': {
    what: 'The file holds nothing.',
    why: 'It adds nothing to the scenario; something may have been meant to stand here.',
    remedy: 'Fill it in or delete it.',
  },
  'yaml-syntax': {
    what: 'This cannot be read as YAML: {message}.',
    why: 'What the file defines is unknown until it can be read.',
    remedy: `Text that begins with a sign such as @, %, & or [ needs quotes around it. ${MEND_YAML}`,
  },
  'yaml-colon': {
    what: 'A colon in the text is read as if a new key began.',
    why: 'In YAML a colon with a space after it parts a key from its value.',
    remedy: 'Put quotes around the whole text, or write it below the key after a |.',
  },
  'yaml-quote': {
    what: 'The quotation marks do not match.',
    why: 'It cannot be seen where the text ends.',
    remedy:
      'Close the text with the mark that opened it. Double an apostrophe between single quotes, ' +
      'or write the text below the key after a |.',
  },
  'yaml-indent': {
    what: 'The indentation does not fit: {message}.',
    why: 'In YAML the indentation says what belongs to what.',
    remedy: `Let keys that belong together begin in the same column. ${MEND_YAML}`,
  },
  'yaml-tab': {
    what: 'A line is indented with a tab.',
    why: 'YAML allows only spaces there.',
    remedy: 'Replace the tab with spaces, two for each level.',
  },
  'several-documents': {
    what: 'The file holds several YAML documents, divided by ---.',
    why: 'Only one document a file is read.',
    remedy: 'Put each document in a file of its own, or take the --- out.',
  },
  'directive-not-allowed': {
    what: 'The file asks for another version of YAML than 1.2.',
    why: 'In older versions words such as yes, no and on mean something else.',
    remedy: 'Take out the %YAML line.',
  },
  'tag-not-allowed': {
    what: 'The tag {tag} is not allowed.',
    why: 'A scenario is plain text, numbers, lists and maps, and nothing else.',
    remedy: 'Take the tag out; put quotes around what must be read as text.',
  },
  'merge-key': {
    what: 'The merge key << is not allowed.',
    why: 'It hides where a value comes from, and readers of YAML disagree on what it does.',
    remedy: 'Write the fields out.',
  },
  'alias-unknown': {
    what: 'The alias refers to an anchor that is not defined above it.',
    why: 'What should stand here is unknown.',
    remedy: 'Write the value out, or define the anchor with & earlier in the same file.',
  },
  'alias-limit': {
    what: 'Aliases make the file grow too much, or an anchor contains itself.',
    why: 'Such a file can fill the memory of the computer that reads it.',
    remedy: 'Write the values out instead of repeating them by alias.',
  },
  'too-deep': {
    what: 'Lists and maps are nested too deeply.',
    why: 'No part of a scenario needs more than a few levels.',
    remedy: 'Look for a missing bracket or a wrong indentation before this place.',
  },
  'not-a-map': {
    what: 'The file does not consist of keys with values.',
    why: 'Each file of a scenario is a map of sections, such as `injects:`.',
    remedy: 'Put the name of the section and a colon above the rows, and indent the rows.',
  },
  'key-not-text': {
    what: 'A key is not plain text.',
    why: 'Keys are names; a number, a list or an empty key names nothing.',
    remedy: 'Give the row a name that begins with a letter.',
  },
  'duplicate-key': {
    what: 'The key “{key}” stands twice in the same place.',
    why: 'Only one of them can apply; the first was used here.',
    remedy: 'Delete one of them, or give it another name.',
  },
  'control-character': {
    what: 'The text holds the invisible character {character}.',
    why: 'It can change how the text is shown, or what it seems to say.',
    remedy: 'Delete it; often it came along when the text was copied.',
  },
  'duplicate-id': {
    what: '“{id}” is defined here and in {other}.',
    why: 'An id names one thing in the whole scenario; the first was used here.',
    remedy: 'Rename one of them, or delete it.',
  },
  'misplaced-key': {
    what: '“{key}” may stand only in {file}.',
    why: 'The other files hold sections, so that what concerns the whole stands in one place.',
    remedy: 'Move it to {file}.',
  },
  'not-yet-supported': {
    what: '“{key}” is not supported in this version.',
    why: 'It would have no effect in the exercise, though it looks as if it had.',
    remedy: LATER,
  },
  'too-many-problems': {
    what: 'There are more than {limit} problems; the rest are left out.',
    why: 'One mistake, repeated, is often behind so many.',
    remedy: 'Mend the first ones, and check again.',
  },
  'unknown-key': {
    what: 'The key “{key}” is not known here.',
    why: 'What stands under it would have no effect.',
    remedy: 'Check the spelling and the indentation, or take it out.',
  },
  'missing-key': {
    what: '“{key}” is missing.',
    why: 'It must be filled in here.',
    remedy: 'Add `{key}:`.',
  },
  'empty-value': {
    what: '“{key}” is empty.',
    why: 'A key without content says nothing.',
    remedy: 'Fill it in or take the key out.',
  },
  'wrong-type': {
    what: '“{key}” must be {expected}, but is {found}.',
    why: 'The value cannot be used as it stands.',
    remedy: 'Write it in the form that is asked for; quotes make a number into text.',
  },
  'not-allowed': {
    what: '“{value}” is not allowed for “{key}”.',
    why: 'Only certain words have a meaning here: {allowed}.',
    remedy: 'Choose one of them.',
  },
  'bad-duration': {
    what: '“{value}” is no length of time.',
    why: 'A time without a unit can be understood in more than one way.',
    remedy: 'Write for instance 45m, 2h, 1d 3h or T+01:30.',
  },
  'bad-level': {
    what: '“{value}” is not a level of service.',
    why: 'A number without a per cent sign can be understood in several ways.',
    remedy: 'Write whole per cent from 0% to 100%, for example 60%.',
  },
  'bad-id': {
    what: '“{id}” cannot be used as an id.',
    why: 'Ids stand in references, file names and reports.',
    remedy: 'Use letters a to z, digits, - and _; begin with a letter; at most 64 characters.',
  },
  'reserved-id': {
    what: '“{id}” is reserved and cannot be used as an id or a key.',
    why: 'The word already has a meaning.',
    remedy: 'Choose another name.',
  },
  'bad-format': {
    what: '“{value}” does not have the form of {expected}.',
    why: 'The value cannot be read.',
    remedy: 'A version is 1.0.0, a date 2026-09-18, seats 2 or 1-3 with the smaller number first.',
  },
  'out-of-range': {
    what: '“{key}” is outside what is allowed ({limit}).',
    why: 'The exercise cannot be run with such a value.',
    remedy: 'Choose a value within the limits.',
  },
  'missing-language': {
    what: 'The text is missing in {language}.',
    why: 'Participants who use that language would read it in another.',
    remedy: 'Add the text in {language}, or take the language out of `languages`.',
  },
  'bad-start': {
    what: '“{value}” cannot be used as the start of the story: {reason}.',
    why: 'All dates and times that the participants see are counted from it.',
    remedy: 'Write for instance 2026-09-18T02:10 Europe/Copenhagen.',
  },
  'unknown-parameter': {
    what: 'Nothing is called “{name}” here.',
    why:
      'What stands in braces after a $ is replaced by a value of that name, and there is none. ' +
      '`each` and its values are there only in rows that are repeated for a template.',
    remedy:
      'Correct the name, add it under `parameters`, or write $$ if the signs are meant as they stand.',
  },
  'parameter-unused': {
    what: 'The parameter “{name}” is not used anywhere.',
    why: 'Whoever changes it will believe that the exercise changes with it.',
    remedy: 'Name it in braces after a $ where it belongs, or delete it.',
  },
  'unknown-setting': {
    what: 'The scenario has no parameter called “{name}”.',
    why: 'With --set one can change only what stands under `parameters`.',
    remedy: 'Correct the name after --set, or add the parameter to the scenario.',
  },
  'bad-setting': {
    what: 'The parameter “{name}” cannot be set to “{value}”.',
    why: 'A number takes a number; a text is at most 2,000 characters without control characters.',
    remedy: 'Give another value with --set, or leave it out to use the one in the scenario.',
  },
  'each-not-template': {
    what: '“{id}” is no template, so this row cannot be repeated for it.',
    why: 'Only an organisation with `each:` of its own stands for several.',
    remedy: 'Name such an organisation, or take the key out.',
  },
  'each-twice': {
    what: 'Two instances are both called “{id}”.',
    why: 'Their roles and rows would have the same ids; the second was left out here.',
    remedy: 'Give one of them an `id` of its own: { name: …, id: … }.',
  },
  'each-too-many': {
    what: 'The templates make more than {limit} rows and references.',
    why: 'No exercise can be conducted with so many, and the file would fill the computer’s memory.',
    remedy: 'List fewer instances, or repeat fewer rows for them.',
  },
  'template-several': {
    what: 'Several are meant here, but only one can be named: {id}.',
    why: 'The id is a template’s, and stands for all its instances.',
    remedy:
      'Write the whole id of the one that is meant, or repeat this row for the template with `each:`.',
  },
  'unknown-reference': {
    what: 'There is no {kind} called “{id}”.',
    why: 'The reference leads nowhere.',
    remedy: 'Correct the id, or define it.',
  },
  'unknown-catalogue': {
    what: 'The catalogue has no {kind} called “{id}”.',
    why: 'Its deadline, source or description cannot be looked up.',
    remedy: 'Correct the id, or add it to the catalogue with its source.',
  },
  'unknown-option': {
    what: 'The decision “{decision}” has no option or state called “{id}”.',
    why: 'The condition could never become true.',
    remedy: 'Use one of: {allowed}.',
  },
  'ambiguous-id': {
    what: '“{id}” is both a role and an organisation.',
    why: 'When an inject is sent to it, nobody can say to whom.',
    remedy: 'Rename one of them.',
  },
  'self-reference': {
    what: '“{id}” refers to itself.',
    why: 'Nobody can be their own deputy.',
    remedy: 'Name another role, or take it out.',
  },
  'variant-of-itself': {
    what: 'The fact “{id}” is said to be a version of itself.',
    why: 'A changed version is a change of something else.',
    remedy: 'Name the true fact in `variant-of:`, or take the line out.',
  },
  'variant-of-variant': {
    what: '“{id}” is said to be a version of “{other}”, which is itself a version of “{original}”.',
    why: 'The analysis holds each version up to the true fact, not to another changed one.',
    remedy: 'Write `variant-of: {original}`.',
  },
  'duplicate-entry': {
    what: '“{id}” stands more than once in the same list.',
    why: 'It counts only once; perhaps another was meant.',
    remedy: 'Delete the repetition.',
  },
  'identical-rows': {
    what: '“{id}” says exactly the same as “{other}”.',
    why: 'One of them is probably a copy that was meant to be changed.',
    remedy: 'Change the copy, or delete it.',
  },
  'condition-empty': {
    what: 'The condition does not say what it is about.',
    why: 'It can never be tested.',
    remedy: 'Name one of: {allowed}.',
  },
  'condition-several': {
    what: 'The condition names several things at once: {found}.',
    why: 'It is not clear whether all or one of them must be true.',
    remedy: 'Divide it with `all: [ … ]` or `any: [ … ]`.',
  },
  'condition-state': {
    what: '“{value}” is not a state that can be asked for here.',
    why: 'The condition could never become true.',
    remedy: 'Write `is:` with one of: {allowed}.',
  },
  'condition-by': {
    what: 'The condition on a fact must say whose knowledge it asks for.',
    why: 'A fact is known by some roles and not by others.',
    remedy: 'Add either `known-by:` (all of them) or `opened-by:` (at least one of them).',
  },
  'condition-stray': {
    what: '“{key}” has no effect in a condition about {subject}.',
    why: 'It would be passed over in silence.',
    remedy: 'Take it out, or divide the condition with `all: [ … ]`.',
  },
  'condition-impossible': {
    what: 'This can never happen: {reason} “{id}”.',
    why: 'Whatever waits for it would wait until the exercise ends.',
    remedy: 'Mend what it waits for, or let it wait for something else.',
  },
  'no-accountable': {
    what: 'The task “{id}” has nobody accountable.',
    why: 'Nobody answers for it: that is a gap in the responsibility plan.',
    remedy: 'Name one role in `accountable:`, or say in `ambiguity:` why the doubt is meant.',
  },
  'several-accountable': {
    what: 'The task “{id}” has several accountable roles: {roles}.',
    why: 'When two answer for a task, each may think that the other does it.',
    remedy: 'Choose one, or say in `ambiguity:` why the doubt is meant.',
  },
  'no-responsible': {
    what: 'The task “{id}” has nobody to do it.',
    why: 'A task needs at least one responsible role.',
    remedy: 'Name at least one role in `responsible:`.',
  },
  'conflicting-letters': {
    what: 'The role “{id}” stands in both {letters} for the same task.',
    why: 'The analysis compares one planned part a role with what the role did.',
    remedy: 'Keep the stronger of the two.',
  },
  'ambiguity-unneeded': {
    what: 'The task “{id}” explains an ambiguity that it does not have.',
    why: 'Exactly one role is accountable, so the plan is in no doubt.',
    remedy: 'Take `ambiguity:` out, or name the roles between whom there is doubt.',
  },
  'role-receives-nothing': {
    what: 'The role “{id}” receives no inject.',
    why: 'Whoever sits there has nothing to react to.',
    remedy: 'Send it an inject, or let it be played by the simulation cell.',
  },
  'role-idle': {
    what: 'The role “{id}” receives nothing between {from} and {to}.',
    why: 'More than {limit} without an inject is a long time to sit and wait.',
    remedy: 'Send it something in between, or plan a break or a jump in time.',
  },
  'organisation-empty': {
    what: 'The organisation “{id}” has no roles.',
    why: 'What is sent to it reaches nobody.',
    remedy: 'Give it a role, or take it out.',
  },
  'reaches-nobody': {
    what: 'Nobody gets {kind} “{id}”.',
    why: 'All its receivers are played by the simulation cell, or have no roles.',
    remedy: 'Send it to somebody who takes part.',
  },
  'simcell-expected': {
    what: 'Something is expected of “{id}”, which is played by the simulation cell.',
    why: 'Exercise control is not evaluated, and the expectation will lapse.',
    remedy: 'Expect it of a participant, or take it out.',
  },
  'simcell-alone': {
    what: 'Only the simulation cell can take care of {kind} “{id}”.',
    why: 'Exercise control is not evaluated, so nothing is exercised here.',
    remedy: 'Give at least one participant a part in it, or take it out.',
  },
  'role-without-part': {
    what: 'The role “{id}” has no place in the responsibility plan.',
    why: 'It has no letter in a task, no part in a decision or an interface and no expectation, so that the report can say nothing about it.',
    remedy: 'Give it a part, or let it be played by the simulation cell.',
  },
  'same-duty': {
    what: 'The task “{id}” is the same notification as “{other}”: the same clock, the same organisation ({organisation}).',
    why: 'When two tasks cover one duty, it may be done twice or not at all.',
    remedy: 'Make them one task, or let each belong to an organisation of its own.',
  },
  'sender-receives': {
    what: '“{id}” is both the sender and a receiver.',
    why: 'Nobody needs to be told what they said themselves.',
    remedy: 'Correct the sender, or take it out of the receivers.',
  },
  'interface-inside': {
    what: 'The interface has “{id}” on both sides.',
    why: 'An interface lies between two parties; nobody can fail to tell themselves.',
    remedy: 'Name the one to be told in `to:`.',
  },
  'no-authority': {
    what: 'Nobody is authorised to take the decision “{id}”.',
    why: 'It can only lapse to its default.',
    remedy: 'Name at least one role in `authority:`.',
  },
  'too-few-options': {
    what: 'The decision “{id}” leaves no choice.',
    why: 'A decision has at least two options.',
    remedy: 'Add an option; doing nothing may be one.',
  },
  'default-not-option': {
    what: '“{value}” is not one of the decision’s options.',
    why: 'The default is taken when time has run out, and must be one of them.',
    remedy: 'Use one of: {allowed}.',
  },
  'goto-without-phase': {
    what: 'An option moves the storyline, but the decision “{id}” does not say from which phase.',
    why: '`goto` works only while the storyline stands in one of the decision’s phases.',
    remedy: 'Add `phase:` to the decision.',
  },
  'goto-same-phase': {
    what: 'The option leads to “{phase}”, where the storyline already stands.',
    why: 'The choice would change nothing.',
    remedy: 'Let it lead to another phase, or take `goto:` out.',
  },
  'needs-too-late': {
    what: 'The fact “{fact}” comes {from} at the earliest, but is needed here by {at}.',
    why: 'Whoever is to act on it cannot have it in time.',
    remedy: 'Send the fact earlier, allow more time, or take it out of `needs:`.',
  },
  'service-cycle': {
    what: 'Services depend on each other in a ring: {ring}.',
    why: 'There is then no order in which they can be restored.',
    remedy: 'Remove one of the dependencies in `depends-on:`.',
  },
  'service-unchanged': {
    what: 'No inject lowers the service “{id}”.',
    why: 'It works in full for the whole exercise, and the report has nothing to show about it.',
    remedy: 'Name it under `services:` in an inject, for example `services: { {id}: 20% }`.',
  },
  'service-not-restored': {
    what: 'The service “{id}” is lowered, but nothing restores it.',
    why: 'The report can then say only that it was down when the exercise ended.',
    remedy: 'Name it under `restores:` in a task, or let an inject raise it again.',
  },
  'restores-nothing': {
    what: 'That the task is done restores nothing of “{id}”.',
    why: 'A task raises a service’s level and never lowers it; 0% is nothing.',
    remedy: 'Give the level that the service comes up to, or remove the line.',
  },
  'phase-unreachable': {
    what: 'The phase “{id}” is never reached.',
    why: 'Nothing leads to it, so its {count} injects are never released.',
    remedy: 'Name it in another phase’s `next:`, in an option’s `goto:`, or in `begins:`.',
  },
  'phase-too-late': {
    what: 'The phase “{id}” is reached {at} at the earliest, after the end of the exercise.',
    why: 'Its {count} injects are not released.',
    remedy: 'Shorten the phases before it, or lengthen the exercise.',
  },
  'phase-never-left': {
    what: 'The phase “{id}” never ends.',
    why: 'It has a `next:`, but neither `length:`, `gate:` nor a decision that leads out of it.',
    remedy: 'Give it a length or a gate.',
  },
  'next-same-phase': {
    what: 'The phase “{id}” leads to itself.',
    why: 'The storyline stays where it is, and the phase’s length is not counted anew.',
    remedy: 'Let it lead to another phase, or give it another length.',
  },
  'no-endex': {
    what: 'The storyline never reaches a last phase.',
    why: 'Each phase leads on to another, so that only the length ends the exercise.',
    remedy: 'Let one phase stand without `next:`.',
  },
  'branch-without-else': {
    what: 'No branch applies when none of the conditions is true.',
    why: 'Then {kind} ends when the phase does.',
    remedy: 'Add a last branch without `when:`.',
  },
  'branch-after-else': {
    what: 'This branch is never tried.',
    why: 'The one before it has no `when:` and is always taken.',
    remedy: 'Move the branch without `when:` to the end.',
  },
  'too-many-threads': {
    what: 'The scenario has {count} threads; there can be {limit} at most.',
    why: 'More than that no control team can follow at once.',
    remedy: 'Bring some of them together in one thread.',
  },
  'thread-without-phases': {
    what: 'The thread “{id}” has no phases.',
    why: 'So nothing happens in it.',
    remedy: 'Write `thread: {id}` in the phases that belong to it, or take the thread out.',
  },
  'begins-elsewhere': {
    what: 'The phase “{phase}” belongs to another strand than the one that begins with it.',
    why: 'The storyline and each thread begin in a phase of their own.',
    remedy: 'Choose a phase that belongs here, or correct the phase’s `thread:`.',
  },
  'way-across-threads': {
    what: 'The way from “{from}” to “{to}” goes from one strand to another.',
    why: 'Strands run side by side; a phase can only be followed by a phase of its own strand.',
    remedy:
      'Choose a phase of the same strand, or let the other strand wait with `gate: { phase: {from} }`.',
  },
  'decision-mixes-threads': {
    what: 'The decision “{id}” names phases of several strands in `phase:`.',
    why: 'An option can move one strand only, and it is not clear which.',
    remedy: 'Keep the phases of one strand.',
  },
  'no-trigger': {
    what: 'Nothing brings {kind} “{id}” about.',
    why: 'It has no trigger, and no inject names it in `if-not:`.',
    remedy: 'Add one of `at:`, `after:`, `when:` or `manual: true`.',
  },
  'several-triggers': {
    what: 'There are several triggers for {kind} “{id}”: {found}.',
    why: 'It is not clear which of them applies.',
    remedy: 'Keep one; conditions can be put together in `when:`.',
  },
  'after-subject': {
    what: '`after` must name exactly one inject, phase, decision or task.',
    why: 'The time cannot be counted from nothing, or from several things.',
    remedy: 'Name one; put several together in `when:`.',
  },
  'outside-exercise': {
    what: '“{key}” lies at {at}, but the exercise is over at {length}.',
    why: 'It will not happen.',
    remedy: 'Move it forward, or lengthen the exercise.',
  },
  'inject-never-released': {
    what: 'The inject “{id}” is never released: {reason} {other}.',
    why: 'The participants never see it.',
    remedy: 'Change the trigger or the phases that it is tied to.',
  },
  'trigger-cycle': {
    what: 'Injects wait for each other in a ring: {ring}.',
    why: 'None of them is ever released.',
    remedy: 'Break the ring: let one of them have a time of its own.',
  },
  'if-not-triggered': {
    what: 'The contingency inject “{id}” also has a trigger of its own.',
    why: 'It could come both by itself and because something was not done.',
    remedy: 'Take out its trigger, or take out `if-not:`.',
  },
  'if-not-without-expectations': {
    what: 'The inject has `if-not:` but expects nothing.',
    why: 'A contingency inject comes when an expectation is overdue.',
    remedy: 'Add `expect:`, or take `if-not:` out.',
  },
  'expectation-incomplete': {
    what: 'An expectation of “{does}” needs “{key}”.',
    why: 'Without it nobody can tell whether it was met.',
    remedy: 'Add `{key}:`.',
  },
  'expectation-stray': {
    what: '“{key}” has no effect in an expectation of “{does}”.',
    why: 'It is not looked at when the expectation is judged.',
    remedy: 'Take it out, or expect something else.',
  },
  'expectation-elsewhere': {
    what: 'Something is expected of “{id}”, which does not receive the inject.',
    why: 'The role may never learn that it has something to do.',
    remedy: 'Send the inject to it as well, or expect it of a receiver.',
  },
  'duplicate-expectation': {
    what: 'Two expectations are called “{id}”.',
    why: 'A condition could not tell them apart.',
    remedy: 'Rename one of them.',
  },
  'window-after-end': {
    what: 'The time allowed runs until {at}, but the exercise is over at {length}.',
    why: 'Nobody can be late before that, so nothing is measured.',
    remedy: 'Let it begin earlier, or allow less time.',
  },
  'marking-too-open': {
    what: 'The inject is marked {marking}, but carries “{fact}”, which is {closed}.',
    why: 'A receiver would pass the fact on more freely than it may be.',
    remedy: 'Mark the inject at least as strictly as what it carries.',
  },
  'marking-not-cleared': {
    what: 'What is sent here is {marking}; {roles} may receive no more than {cleared}.',
    why: 'Somebody would see what they are not cleared for.',
    remedy: 'Send it to others, send a more open version, or correct `cleared-for:`.',
  },
  'fact-too-early': {
    what: 'The inject comes at {at}, but “{fact}” is true only from {from}.',
    why: 'Somebody would be told what has not happened yet.',
    remedy: 'Move the inject, or correct `true-from:`.',
  },
  'bank-sender': {
    what: '“{id}” is played by a participant; the bank holds what exercise control sends.',
    why: 'Exercise control cannot write in a participant’s name.',
    remedy:
      'Name a role with `played-by: simcell`, or somebody outside the exercise: `from: { name: … }`.',
  },
  'bank-id-taken': {
    what: '“{id}” is both an inject and a text in the bank.',
    why: 'Where control’s record names it, nobody can tell which was sent.',
    remedy: 'Rename one of them.',
  },
  'question-never-asked': {
    what: 'The question “{id}” is never asked: {reason} {other}.',
    why: 'The report would lack the answers.',
    remedy: 'Change the trigger, or ask it at a time.',
  },
  'asks-nobody': {
    what: 'Nobody is asked {kind} “{id}”.',
    why: 'All its receivers are played by the simulation cell, or have no roles.',
    remedy: 'Ask somebody who takes part.',
  },
  'poll-too-early': {
    what: 'At {at} it is asked who has the task “{task}”, but the task arises {from} at the earliest.',
    why: 'Nobody can have a task that is not there yet; the answers can only be guesses.',
    remedy: 'Ask later, or let the task start before.',
  },
  'probe-without-choice': {
    what: 'The probe “{id}” leaves nothing to choose between.',
    why: 'A single answer does not show what anybody believes.',
    remedy: 'Add an answer that somebody might believe.',
  },
  'truth-not-option': {
    what: '“{value}” is not one of the answers that can be chosen.',
    why: 'So nobody can answer correctly.',
    remedy: 'Use one of: {allowed}.',
  },
  'file-missing': {
    what: 'The file “{name}” is not in the folder `files/`.',
    why: 'The participants would get the inject without it.',
    remedy:
      'Put the file in the folder, or correct the name; capitals and small letters must match.',
  },
  'file-outside': {
    what: '“{name}” leads out of the scenario’s folder.',
    why: 'A scenario may use only what lies in its own folder `files/`.',
    remedy: 'Put the file in `files/`, and write its name from there, with / between folders.',
  },
  'file-kind': {
    what: '“{name}” is of a kind that cannot be shown.',
    why: 'Only these are shown safely in a browser: {allowed}.',
    remedy: 'Save it as one of them.',
  },
  'attachment-too-large': {
    what: 'The file “{name}” is larger than {limit}.',
    why: 'It would take long to reach everybody.',
    remedy: 'Make the picture smaller, or divide the document.',
  },
  'file-unused': {
    what: 'No inject uses the file “{name}”.',
    why: 'Perhaps it was meant to go with an inject.',
    remedy: 'Name it in `files:` of an inject, or take it out of the folder.',
  },
  'fact-not-carried': {
    what: 'No inject carries the fact “{id}”.',
    why: 'Nobody can come to know it.',
    remedy: 'Add it to `facts:` of an inject.',
  },
  'fact-not-needed': {
    what: 'Nothing needs the fact “{id}”.',
    why: 'The analysis cannot say who should have known it.',
    remedy: 'Add it to `needs:` of a task or a decision, or to an interface’s `carries:`.',
  },
  'objective-unused': {
    what: 'Nothing exercises the objective “{id}”.',
    why: 'The report will have nothing to say about it.',
    remedy: 'Name it in `objectives:` of an inject, a task, a decision or a question.',
  },
  'interface-never-starts': {
    what: 'Nothing puts the interface “{id}” to use.',
    why: 'The report cannot say whether it was used in time.',
    remedy: 'Give it `starts:`, or name it in a task’s `interface:`.',
  },
  'clock-unprompted': {
    what: 'Nothing prompts anyone to start the clock “{clock}”.',
    why: 'It runs from the moment {organisation} declares awareness, and no inject expects that.',
    remedy: 'Expect `does: declare` of a role there, or mean it as a test of initiative.',
  },
  'not-analysable': {
    what: 'The scenario has no {kind}.',
    why: 'It can be run, but the report will lack: {reason}.',
    remedy: 'Add them, if the exercise is to show who did what.',
  },
  'catalogue-out-of-date': {
    what: '“{id}” does not apply on {date}, when the story takes place.',
    why: 'According to the catalogue it applies {period}.',
    remedy: 'Choose the rule that applies then, or bring the catalogue up to date.',
  },
  'threat-basis-old': {
    what: 'The threat assessment is from {date}, more than two years before the story.',
    why: 'The scenario may rest on a picture that no longer holds.',
    remedy: 'Check the scenario against a newer assessment.',
  },
  'acceptance-code': {
    what: 'There is no problem called “{code}”.',
    why: 'So nothing is accepted.',
    remedy: 'Write the code as the check prints it.',
  },
  'acceptance-of-error': {
    what: '“{code}” at {at} is an error, and cannot be accepted.',
    why: 'An error keeps the scenario from running; only warnings are for judgement.',
    remedy: 'Mend the error, and take the acceptance out.',
  },
  'acceptance-unused': {
    what: 'There is no warning “{code}” at {at} to accept.',
    why: 'Either it is gone, or it stands elsewhere; an acceptance left behind could hide a new one.',
    remedy: 'Delete the acceptance, or correct `at:` to the path that the check prints.',
  },
  'catalogue-confidence': {
    what: '“{id}” is written from memory, but not marked as uncertain.',
    why: 'Users must be able to see what has no source.',
    remedy: 'Write `confidence: low`, or find the source.',
  },
  'catalogue-dates': {
    what: 'The row ends ({to}) before it begins ({from}).',
    why: 'It never applies.',
    remedy: 'Correct `valid-from:` or `valid-to:`.',
  },
};

export const englishWords: Readonly<Record<string, string>> = {
  da: 'Danish',
  en: 'English',
  role: 'role',
  'clock task': 'task with a clock',
  receiver: 'role or organisation',
  'catalogue clock': 'clock',
  'catalogue interface': 'interface',
  'catalogue role': 'role',
  'the-inject': 'the inject',
  'the-prepared': 'the bank’s text',
  'the-poll': 'the poll',
  'the-probe': 'the probe',
  'the-task': 'the task',
  'the-decision': 'the decision',
  'the-exercise': 'the exercise',
  'the-thread': 'the thread',
  tasks: 'tasks',
  facts: 'facts',
  text: 'text',
  map: 'keys with values',
  list: 'a list',
  number: 'a number',
  'yes-no': 'true or false',
  nothing: 'nothing',
  version: 'a version number',
  date: 'a date',
  seats: 'a number of seats',
  'valid-from': 'a date',
  'valid-to': 'a date',
  'bad-form': 'it is not a date, a time and a zone',
  'bad-date': 'there is no such date or time',
  'bad-zone': 'the time zone is not known',
  'clock-change': 'the clocks change at that moment, so the time does not exist or exists twice',
  'no-responsibility': 'who was meant to do what, and who did',
  'no-flow': 'who knew what, and when',
  'after-end': 'the exercise ends before',
  'inject-dead': 'nothing releases the inject',
  'phase-dead': 'the storyline never reaches the phase',
  'task-dead': 'nothing starts the task',
  'decision-dead': 'nothing opens the decision',
  'fact-unseen': 'the simulation cell opens nothing, and so never knows the fact',
  'fact-dead': 'nobody can come to know the fact',
  'expectation-dead': 'nothing brings about the expectation',
  'service-dead': 'no inject stops the service altogether:',
  'phase-over': 'the storyline has left the phase before then,',
  'parent-dead': 'nothing can call for it, since nothing releases',
};
