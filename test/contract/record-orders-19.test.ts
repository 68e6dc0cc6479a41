import { describeRecording } from './support/record-orders-suite';

describeRecording('19', ['json2', 'xmlrpc']);
