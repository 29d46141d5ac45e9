import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { LOCAL_FILES } from '../../src/platform/files/file.settings.js';
import { RESERVED_BYTES } from '../../src/platform/files/incoming-files.js';

it('README says below which free space uploads are refused', () => {
  const megabytes = (bytes: number): number => bytes / 1024 / 1024;
  const least = megabytes(LOCAL_FILES.maxBytes + RESERVED_BYTES);
  expect(readFileSync('README.md', 'utf8')).toContain(
    `has less than ${least} MB free: ${megabytes(RESERVED_BYTES)} MB that are left to the database`,
  );
});
