/** Commander's own words in the reader's language. Knows: its messages. Does not know: our commands. */
import type { Command, Option } from 'commander';
import { plainText } from '../facilitator-ui/sanitise.ts';
import type { CliText } from './text.ts';

/** Help titles, notes on options and complaints, for the program and every command added later. */
export function speakOurLanguage(program: Command, { usage }: CliText): Command {
  return program
    .helpOption('-h, --help', usage.help)
    .configureHelp({
      styleTitle: (title) => usage.titles[title] ?? title,
      optionDescription: (option) => describe(option, usage),
    })
    .configureOutput({
      outputError: (message, write) => write(`${plainText(complaint(message, usage))}\n`),
    });
}

function describe(option: Option, usage: CliText['usage']): string {
  const { argChoices, description } = option;
  const defaultValue: unknown = option.defaultValue;
  const notes = [
    ...(argChoices ? [usage.choices(argChoices.join(', '))] : []),
    ...(typeof defaultValue === 'string' || typeof defaultValue === 'number'
      ? [usage.fallback(String(defaultValue))]
      : []),
  ];
  return notes.length > 0 ? `${description} (${notes.join('; ')})` : description;
}

/** Commander says what is wrong in English only; the names in it are kept, the sentence is ours. */
function complaint(message: string, usage: CliText['usage']): string {
  const [, kind = '', named = ''] =
    /^error: ([a-z -]+?)(?: '([^']*)'.*)?\s*$/ms.exec(message) ?? [];
  const suggested = /Did you mean (?:one of )?(.+?)\?/.exec(message)?.[1];
  const hint = suggested === undefined ? '' : ` ${usage.suggestion(suggested)}`;
  if (/^missing required argument/.test(kind)) return usage.missingArgument(named);
  if (/^option/.test(kind)) return optionComplaint(message, usage);
  if (/^unknown option/.test(kind)) return usage.unknownOption(named) + hint;
  if (/^unknown command/.test(kind)) return usage.unknownCommand(named) + hint;
  if (/^too many arguments/.test(message.slice('error: '.length))) return usage.excessArguments;
  return message.trim();
}

function optionComplaint(message: string, usage: CliText['usage']): string {
  const [, option = '', value] =
    /option '([^']+)' argument '([^']*)' is invalid/.exec(message) ?? [];
  if (value !== undefined) {
    // What follows is our own sentence, or the list of what may be chosen.
    const [, own = ''] = /is invalid\. (.*)/.exec(message) ?? [];
    const [, allowed] = /Allowed choices are (.+)\./.exec(own) ?? [];
    if (allowed === undefined) return own.trim();
    return `${usage.invalidArgument(option, value)} (${usage.choices(allowed)})`;
  }
  return usage.optionMissingArgument(/option '([^']+)'/.exec(message)?.[1] ?? '');
}
