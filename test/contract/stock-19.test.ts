import { describeStock } from './support/stock-suite';

describeStock('19', ['json2', 'xmlrpc']);
