import { PersonalDataGatherer } from '../../features/people/personal-data.gatherer.js';
import { systemActor } from '../../platform/access/actor.js';
import { idOf } from '../../platform/graphql/node.js';
import { inEach } from '../../shared/language.js';
import { required, withRegistry, type Command } from './command.js';

const USAGE = { vi: 'person print --id MÃ --purpose MỤC_ĐÍCH', en: 'person print --id ID --purpose PURPOSE' };

export const personPrint: Command = {
  name: 'person print',
  usage: USAGE,
  summary: { vi: 'In mọi dữ liệu đang lưu về một người', en: 'Prints all that is held about a person' },
  options: { id: { type: 'string' }, purpose: { type: 'string' } },
  run({ settings, options }) {
    const id = idOf('Person', required(options, 'id', USAGE), 'id');
    const purpose = required(options, 'purpose', USAGE);
    return withRegistry(settings, async ({ app }) => {
      const sections = await app.get(PersonalDataGatherer).gather(systemActor('command line'), id, purpose);
      // A Vietnamese paper, for the person whom it is about.
      return { output: inEach(sections.map(({ title, lines }) => [title, ...lines.map(line => `  ${line}`)].join('\n')).join('\n\n')) };
    });
  },
};
