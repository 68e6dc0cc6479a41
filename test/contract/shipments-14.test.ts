import { describeDeliveries } from './support/shipments-suite';

describeDeliveries('14', ['xmlrpc']);
