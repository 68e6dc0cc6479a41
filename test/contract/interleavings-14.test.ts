import { describeInterleavings } from './support/interleavings';

describeInterleavings('14', 'xmlrpc', 8);
