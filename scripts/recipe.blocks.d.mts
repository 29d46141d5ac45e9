export interface Block {
  readonly path: string;
  readonly text: string;
  readonly isDiff: boolean;
}

export function blocksOf(markdown: string): Block[];
export function applyBlocks(folder: string, blocks: readonly Block[]): void;
