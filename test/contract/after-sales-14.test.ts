import { describeAfterSales } from './support/after-sales-suite';

describeAfterSales('14', ['xmlrpc']);
