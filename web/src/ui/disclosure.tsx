import { useEffect, useRef, useState, type ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  /** Read out in the place of a label that is a sign. */
  readonly name?: string;
  readonly className?: string;
  /** `close` closes it: after something was chosen. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A window that was chosen here gives the focus back to what had it: that is the button, which is still seen. */
const focusButton = (): void => document.activeElement?.closest('details')?.querySelector('summary')?.focus();

/** A button that opens a small window below it: the browser's own `details`, closed by Escape and by a click elsewhere. */
export function Disclosure({ label, name, className = '', children }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = ({ target }: Event): void => {
      if (target instanceof Node && !element.current?.contains(target)) setOpen(false);
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      element.current?.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  const choose = (): void => {
    setOpen(false);
    focusButton();
  };
  return (
    <details ref={element} className={`disclosure ${className}`} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary aria-label={name}>{label}</summary>
      <div className="disclosure-box">{typeof children === 'function' ? children(choose) : children}</div>
    </details>
  );
}
