import { describeStockPromises } from './support/stock-promises-suite';

describeStockPromises('19', ['json2']);
