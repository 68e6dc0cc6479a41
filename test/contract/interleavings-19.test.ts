import { describeInterleavings } from './support/interleavings';

describeInterleavings('19', 'json2', 12);
