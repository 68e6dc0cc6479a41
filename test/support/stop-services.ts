import { cleanUp } from '../../tools/services/processes';

/** After the last test file of a run. */
export default cleanUp;
