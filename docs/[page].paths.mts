import { readPages } from '../tools/docs/read-pages.js';
import { chineseOnlyPages } from '../tools/docs/untranslated-pages.js';

/** A page in English for each Chinese one without an original, so that changing the language leads somewhere. */
export default { paths: () => chineseOnlyPages(readPages()) };
