import type { ReactNode } from 'react';
import { Link, NavLink, useNavigate } from 'react-router';
import { useDay, withDay } from '../api/day.js';

interface Props {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly onClick?: () => void;
}

/** A link that stays on the day of this page. */
export function To({ to, children, className, onClick }: Props): ReactNode {
  const day = useDay();
  return (
    <Link to={withDay(to, day)} className={className} onClick={onClick}>
      {children}
    </Link>
  );
}

export function NavTo({ to, children, className, onClick }: Props): ReactNode {
  const day = useDay();
  return (
    <NavLink
      to={withDay(to, day)}
      end={to === '/'}
      className={({ isActive }) => `${className ?? ''} ${isActive ? 'is-here' : ''}`}
      onClick={onClick}
    >
      {children}
    </NavLink>
  );
}

/** Goes somewhere, on the day of this page. */
export function useGo(): (to: string) => void {
  const [day, navigate] = [useDay(), useNavigate()];
  return to => void navigate(withDay(to, day));
}
