import { join } from 'node:path';

/** Where the raw workbooks of RIVM are kept, beside the project; not everybody has them. */
export const rivmFolder = join('..', 'shared', 'fixtures', 'rivm');
