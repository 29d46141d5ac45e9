import { Button, Modal } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';
import { Note } from './states.js';
import { UnsavedContext } from './unsaved.context.js';

/** What had the focus when a window opened has it again when the window is gone. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}

/** A window over the page, for one thing to do. What is typed in it is not lost by one key or click: closing asks once. */
export function Window({
  title,
  onClose,
  size = 'lg',
  children,
}: {
  title: string;
  onClose: () => void;
  size?: string;
  children: ReactNode;
}): ReactNode {
  const { common, states } = useFirstTexts();
  useFocusBack();
  const isChanged = useRef(false);
  const [asking, setAsking] = useState(false);
  const note = useCallback((changed: boolean) => {
    isChanged.current = changed;
  }, []);
  const close = (): void => {
    if (isChanged.current && !asking) setAsking(true);
    else onClose();
  };
  return (
    <Modal opened onClose={close} title={title} size={size} closeButtonProps={{ 'aria-label': common.close }} closeOnClickOutside={false}>
      {asking && (
        <Note kind="warn" title={states.unsaved}>
          <div className="buttons">
            <Button size="xs" onClick={() => setAsking(false)}>
              {states.typeOn}
            </Button>
            <Button size="xs" variant="default" onClick={onClose}>
              {states.loseTyped}
            </Button>
          </div>
        </Note>
      )}
      <UnsavedContext value={note}>{children}</UnsavedContext>
    </Modal>
  );
}
