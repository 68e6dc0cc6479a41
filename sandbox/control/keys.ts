import type { SigningShares } from '../keys/signing-shares';
import type { ControlRoute } from './route';

/** WeChat's keys: one more certificate, and how often which key signs. */
export const keyRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/certificates',
		handle: async (_asked, { keys }) => keys.rotateCertificate(),
	},
	{
		method: 'POST',
		path: '/shares',
		handle: ({ body }, { keys: { shares } }) =>
			Object.assign(shares, JSON.parse(body) as Partial<SigningShares>),
	},
];
