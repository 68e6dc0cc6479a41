import type { SigningShares } from '../keys/signing-shares';
import type { EventExample, UnrelatedEvent } from '../notifications/unrelated-event';
import { FAULT_KINDS, type Fault } from '../server/faults';
import { notifyWished, type ControlRoutes, type Controls, type NotifyWish } from './controls';

/** WeChat's keys, faults of its API, events of other products, and what was delivered and called. */
export function addPlatform({ get, post, delete: remove }: ControlRoutes, sandbox: Controls): void {
	const { faults, keys } = sandbox;
	post('/certificates', async () => keys.rotateCertificate());
	post('/shares', (shares: Partial<SigningShares>) => Object.assign(keys.shares, shares));
	post('/faults', (fault: Fault) => {
		if (!FAULT_KINDS.includes(fault.kind)) {
			throw new Error(`kind is one of ${FAULT_KINDS.join(', ')}`);
		}
		faults.add(fault);
		return fault;
	});
	remove('/faults', () => {
		faults.clear();
		return [];
	});
	post(
		'/events',
		({
			example = 'payScore',
			notify,
			...replaced
		}: Partial<UnrelatedEvent> & { example?: EventExample; notify?: NotifyWish }) => {
			const event = sandbox.event(example, replaced);
			notifyWished(event, notify, sandbox);
			return event;
		},
	);
	get('/deliveries', (filter) => sandbox.deliveries(filter));
	get('/calls', () => sandbox.calls());
}
