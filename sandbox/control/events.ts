import type { EventExample, UnrelatedEvent } from '../notifications/unrelated-event';
import { notifyWished, type ControlRoute, type NotifyWish } from './route';

/** Events of other products: an `example`, and what is replaced in it. */
export const eventRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/events',
		handle: ({ body }, sandbox) => {
			const {
				example = 'payScore',
				notify,
				...replaced
			} = JSON.parse(body) as Partial<UnrelatedEvent> & {
				example?: EventExample;
				notify?: NotifyWish;
			};
			const event = sandbox.event(example, replaced);
			notifyWished(event, notify, sandbox);
			return event;
		},
	},
];
