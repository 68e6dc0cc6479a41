import { describeStock } from './support/stock-suite';

describeStock('14', ['xmlrpc']);
