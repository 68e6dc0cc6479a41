import { describeSettlement } from './support/settlement-suite';

describeSettlement('14', 'xmlrpc');
