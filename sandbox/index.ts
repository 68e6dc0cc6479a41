import type { Sandbox, SandboxOptions } from './types';

export type { Credentials } from './credentials';
export { issueCredentials } from './credentials';
export type { Delivery, DeliveryAnswer, DeliveryFailure } from './delivery/delivery';
export type { Payment, PaymentOrder, PromotionDetail } from './payment';
export { seededRandom } from './random';
export type * from './types';

/** Starts a WeChat Pay double on the loopback address. */
export async function createSandbox(_options: SandboxOptions = {}): Promise<Sandbox> {
	throw new Error('Not there yet');
}
