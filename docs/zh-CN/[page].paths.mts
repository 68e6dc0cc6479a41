import { readPages } from '../../tools/docs/read-pages.js';
import { untranslatedPages } from '../../tools/docs/untranslated-pages.js';

/** A page in Chinese for each English one without a translation, so that changing the language leads somewhere. */
export default { paths: () => untranslatedPages(readPages()) };
