import { describeAfterSales } from './support/after-sales-suite';

describeAfterSales('19', ['json2', 'xmlrpc']);
