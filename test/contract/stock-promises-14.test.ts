import { describeStockPromises } from './support/stock-promises-suite';

describeStockPromises('14', ['xmlrpc']);
