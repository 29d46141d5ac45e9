import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';

/** A window over the page, for one thing to do. */
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
  const { common } = useFirstTexts();
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': common.close }} closeOnClickOutside={false}>
      {children}
    </Modal>
  );
}
