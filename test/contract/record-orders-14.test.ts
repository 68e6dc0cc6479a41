import { describeRecording } from './support/record-orders-suite';

describeRecording('14', ['xmlrpc']);
