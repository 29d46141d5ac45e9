import { parseArgs } from 'node:util';
import { auditHead, auditVerify } from './app/commands/audit.commands.js';
import { backupCommand, restoreCommand } from './app/commands/backup.commands.js';
import type { Command, CommandInput } from './app/commands/command.js';
import { documentsBuild } from './app/commands/documents.commands.js';
import { doctorCommand } from './app/commands/doctor.command.js';
import { personPrint } from './app/commands/person.commands.js';
import { tokenCreate } from './app/commands/token.commands.js';
import { unitsImport, unitsReorganise } from './app/commands/units.commands.js';
import { readSettings } from './platform/config/settings.js';
import { DomainError, Refusal } from './platform/errors/domain-error.js';
import { StartupError } from './platform/errors/startup-error.js';

const COMMANDS: readonly Command[] = [
  tokenCreate,
  unitsImport,
  unitsReorganise,
  backupCommand,
  restoreCommand,
  auditVerify,
  auditHead,
  documentsBuild,
  doctorCommand,
  personPrint,
];

async function main(words: readonly string[]): Promise<void> {
  if (words[0] === 'help') {
    console.log(help());
    return;
  }
  const command = COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!command) {
    const unknown = words.length === 0 ? '' : `Không có lệnh “${words.join(' ')}”.\nThere is no command “${words.join(' ')}”.\n\n`;
    console.error(unknown + help());
    process.exitCode = 1;
    return;
  }
  const { output, failed } = await command.run(inputOf(command, words.slice(command.name.split(' ').length)));
  console.log(output);
  if (failed) process.exitCode = 1;
}

function inputOf(command: Command, args: readonly string[]): CommandInput {
  const { files, options } = wordsOf(command, args);
  return { settings: readSettings(), options, files, print: line => console.error(line) };
}

function wordsOf({ files = 0, options = {}, usage }: Command, args: readonly string[]): Pick<CommandInput, 'options' | 'files'> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (positionals.length !== files) throw new TypeError(positionals.length > files ? `'${positionals.at(files)}'` : '');
    return { options: values as CommandInput['options'], files: positionals };
  } catch (cause) {
    // The parser's messages are long and English only; the word that it quotes is enough.
    const word = /'(.+?)'/.exec((cause as Error).message)?.[1];
    throw new StartupError(
      `Dòng lệnh chưa đúng${word ? ` ở “${word}”` : ''}. Cách dùng: npm run cli -- ${usage}`,
      `The command line is wrong${word ? ` at “${word}”` : ''}. Usage: npm run cli -- ${usage}`,
      { cause },
    );
  }
}

const help = (): string =>
  ['Lệnh / commands (npm run cli -- …):', ...COMMANDS.map(({ usage, summary }) => `  ${usage}\n      ${summary.vi} / ${summary.en}`)].join(
    '\n',
  );

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof StartupError) console.error(error.message);
  else if (error instanceof DomainError) console.error(`${error.text.vi}\n${error.text.en}`);
  else if (error instanceof Refusal) for (const { text } of error.errors) console.error(`${text.vi}\n${text.en}`);
  else console.error(error);
  process.exitCode = 1;
});
