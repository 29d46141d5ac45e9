import { parseArgs } from 'node:util';
import { auditVerify } from './app/commands/audit.commands.js';
import { backupCommand, restoreCommand } from './app/commands/backup.commands.js';
import type { Command } from './app/commands/command.js';
import { tokenCreate } from './app/commands/token.commands.js';
import { unitsImport, unitsReorganise } from './app/commands/units.commands.js';
import { readSettings } from './platform/config/settings.js';
import { DomainError, Refusal } from './platform/errors/domain-error.js';
import { StartupError } from './platform/errors/startup-error.js';

const COMMANDS: readonly Command[] = [tokenCreate, unitsImport, unitsReorganise, backupCommand, restoreCommand, auditVerify];

async function main(words: readonly string[]): Promise<void> {
  const command = COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!command) {
    console.error(
      words.length === 0 || words[0] === 'help' ? help() : `Không có lệnh “${words.join(' ')}”. / No such command.\n\n${help()}`,
    );
    process.exitCode = words[0] === 'help' ? 0 : 1;
    return;
  }
  const { output, failed } = await command.run(inputOf(command, words.slice(command.name.split(' ').length)));
  console.log(output);
  if (failed) process.exitCode = 1;
}

function inputOf(command: Command, args: readonly string[]): Parameters<Command['run']>[0] {
  const { files = 0, options = {}, usage } = command;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (positionals.length !== files) throw new TypeError(`${positionals.length} files given, ${files} expected`);
    return {
      settings: readSettings(),
      options: values as Parameters<Command['run']>[0]['options'],
      files: positionals,
      tell: line => console.error(line),
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartupError(
      `Dòng lệnh chưa đúng (${error.message}). Cách dùng: npm run cli -- ${usage}`,
      `The command line is wrong. Usage: npm run cli -- ${usage}`,
      { cause: error },
    );
  }
}

const help = (): string =>
  ['Lệnh / commands (npm run cli -- …):', ...COMMANDS.map(({ usage, about }) => `  ${usage}\n      ${about.vi} / ${about.en}`)].join('\n');

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof StartupError) console.error(error.message);
  else if (error instanceof DomainError) console.error(`${error.text.vi}\n${error.text.en}`);
  else if (error instanceof Refusal) for (const { text } of error.errors) console.error(`${text.vi}\n${text.en}`);
  else console.error(error);
  process.exitCode = 1;
});
