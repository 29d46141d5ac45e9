import type { ReactNode } from 'react';
import addresses from '../api/addresses.json';
import { useMay } from '../api/me.context.js';
import { useFirstTexts } from '../texts/texts.context.js';
import icon from '../ui/icon.svg';
import { icons, type IconName } from '../ui/icons.js';
import { NavTo } from '../ui/link.js';

type Name = keyof typeof addresses;

interface Entry {
  readonly name: Name;
  readonly sign: IconName;
  /** The action without which there is nothing to see; absent: for everybody. */
  readonly may?: string;
  readonly to?: string;
}

const WORK: readonly Entry[] = [
  { name: 'waiting', sign: 'inbox', to: '/' },
  { name: 'overview', sign: 'chart', may: 'registry.read' },
  { name: 'models', sign: 'model', may: 'registry.read' },
  { name: 'registrations', sign: 'list', may: 'registry.read' },
  { name: 'movements', sign: 'flag', may: 'registry.read' },
  { name: 'rounds', sign: 'calendar', may: 'registry.read' },
  { name: 'decisions', sign: 'paper', may: 'registry.read' },
  { name: 'figures', sign: 'chart', may: 'registry.read' },
  { name: 'reviews', sign: 'calendar', may: 'registry.read' },
  { name: 'proposals', sign: 'paper', may: 'proposal.read' },
  { name: 'holds', sign: 'shield', may: 'hold.read' },
  { name: 'commendations', sign: 'star', may: 'registry.read' },
];
const APPRAISAL: readonly Entry[] = [
  { name: 'mySheets', sign: 'check', may: 'registry.read' },
  { name: 'appraisals', sign: 'list', may: 'registry.read' },
  { name: 'results', sign: 'star', may: 'registry.read' },
  { name: 'councils', sign: 'people', may: 'registry.read' },
  { name: 'criteriaSets', sign: 'paper', may: 'registry.read' },
];
const DICTIONARIES: readonly Entry[] = [
  { name: 'units', sign: 'tree', may: 'registry.read' },
  { name: 'unitEvents', sign: 'arrow', may: 'unitEvent.read' },
  { name: 'authorities', sign: 'inbox', may: 'registry.read' },
  { name: 'people', sign: 'people', may: 'registry.read' },
];
const ADMINISTRATION: readonly Entry[] = [
  { name: 'accounts', sign: 'user', may: 'account.manage' },
  { name: 'grants', sign: 'shield', may: 'grant.read' },
  { name: 'tokens', sign: 'key', may: 'apiToken.manage' },
  { name: 'trail', sign: 'clock', may: 'audit.read' },
];

export function Navigation({ id, onGone }: { id: string; onGone: () => void }): ReactNode {
  const { shell, common } = useFirstTexts();
  const may = useMay();
  const groups: readonly (readonly [string, readonly Entry[]])[] = [
    [shell.work, WORK],
    [shell.appraisal, APPRAISAL],
    [shell.dictionaries, DICTIONARIES],
    [shell.administration, ADMINISTRATION],
  ];
  return (
    <nav id={id} className="side" aria-label={shell.menu}>
      <p className="side-name">
        <img src={icon} alt="" width="28" height="28" /> <span>{common.product}</span>
      </p>
      {groups.map(([title, entries]) => {
        const mine = entries.filter(entry => entry.may === undefined || may(entry.may));
        if (mine.length === 0) return null;
        return (
          <div key={title} className="side-group">
            <h2>{title}</h2>
            <ul>
              {mine.map(({ name, sign, to }) => (
                <li key={name}>
                  <NavTo to={to ?? `/${addresses[name]}`} className="side-link" onClick={onGone}>
                    {icons[sign]} {shell.nav[name]}
                  </NavTo>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
