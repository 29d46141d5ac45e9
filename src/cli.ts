import { parseArgs } from 'node:util';
import { accountReset } from './app/commands/account.commands.js';
import { appraisalExport, appraisalRecompute } from './app/commands/appraisal.commands.js';
import { auditHead, auditVerify } from './app/commands/audit.commands.js';
import { backupCommand, restoreCommand } from './app/commands/backup.commands.js';
import type { Command, CommandInput } from './app/commands/command.js';
import { documentsBuild } from './app/commands/documents.commands.js';
import { doctorCommand } from './app/commands/doctor.command.js';
import { personPrint } from './app/commands/person.commands.js';
import { statisticsRecount } from './app/commands/statistics.commands.js';
import { tokenCreate } from './app/commands/token.commands.js';
import { unitsImport, unitsReorganise } from './app/commands/units.commands.js';
import { messageLanguage } from './platform/config/message-language.js';
import { readSettings } from './platform/config/settings.js';
import { DomainError, Refusal } from './platform/errors/domain-error.js';
import { StartupError } from './platform/errors/startup-error.js';
import { joined, type Bilingual } from './shared/language.js';

const COMMANDS: readonly Command[] = [
  tokenCreate,
  accountReset,
  unitsImport,
  unitsReorganise,
  backupCommand,
  restoreCommand,
  auditVerify,
  auditHead,
  documentsBuild,
  doctorCommand,
  personPrint,
  appraisalExport,
  appraisalRecompute,
  statisticsRecount,
];

const language = messageLanguage();
const say = (text: Bilingual): string => text[language];

async function main(words: readonly string[]): Promise<void> {
  if (words[0] === 'help') {
    console.log(say(help()));
    return;
  }
  const command = COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!command) {
    const given = words.join(' ');
    if (words.length > 0) console.error(say({ vi: `Không có lệnh “${given}”.\n`, en: `There is no command “${given}”.\n` }));
    console.error(say(help()));
    process.exitCode = 1;
    return;
  }
  const { output, failed } = await command.run(inputOf(command, words.slice(command.name.split(' ').length)));
  console.log(say(output));
  if (failed) process.exitCode = 1;
}

function inputOf(command: Command, args: readonly string[]): CommandInput {
  const { files, options } = wordsOf(command, args);
  return { settings: readSettings(), options, files, print: line => console.error(say(line)) };
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
      `Dòng lệnh chưa đúng${word ? ` ở “${word}”` : ''}. Cách dùng: npm run cli -- ${usage.vi}`,
      `The command line is wrong${word ? ` at “${word}”` : ''}. Usage: npm run cli -- ${usage.en}`,
      { cause },
    );
  }
}

const help = (): Bilingual =>
  joined(
    [
      { vi: 'Các lệnh (npm run cli -- …):', en: 'Commands (npm run cli -- …):' },
      ...COMMANDS.map(({ usage, summary }) => ({ vi: `  ${usage.vi}\n      ${summary.vi}`, en: `  ${usage.en}\n      ${summary.en}` })),
    ],
    '\n',
  );

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof StartupError || error instanceof DomainError) console.error(say(error.text));
  else if (error instanceof Refusal) for (const { text } of error.errors) console.error(say(text));
  else console.error(error);
  process.exitCode = 1;
});
